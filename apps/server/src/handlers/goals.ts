import type { GoalNow } from '@kuashan/contract/goals.ts'
import { figureNow } from '@kuashan/core/access/goal-figures.ts'
import { floorsOn } from '@kuashan/core/catalogue/floors.ts'
import {
  type Goal,
  goalsWithoutIndicator,
  lintGoals,
  targetIn,
} from '@kuashan/core/catalogue/goal.ts'
import { readableServices } from '@kuashan/core/catalogue/goal-figure.ts'
import { startingGoals } from '@kuashan/core/catalogue/starting-goals.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { goalTree } from '@kuashan/store/queries/kept-whole.ts'
import { newestMeasurement } from '@kuashan/store/queries/measurements.ts'
import { dayOf } from '../county/county-day.ts'
import { countyInput } from '../county/county-shelf.ts'
import { measurementRead } from '../county/measurement-read.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { refuseErrors, said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

/** What indicators are read from; null where today has not been measured. */
async function newestOf(access: Access) {
  const newest = await newestMeasurement(access, null)
  if (!newest) return null
  const { asOf, coverage, offered } = await measurementRead(access, newest)
  // Measurements of earlier versions hold no `offered`.
  const measured = { coverage: coverage.services, offered: offered ?? [] }
  return { year: Number(asOf.slice(0, 4)), measured }
}

/** Goals at their version, with figures and findings that a new measurement changes. */
async function readNow(
  access: Access,
  thisYear: number,
): Promise<{ data: GoalNow[]; version: number; alters: true }> {
  const { value: goals, version } = await goalTree.read(access)
  const newest = await newestOf(access)
  const read = (figure: string) => newest && figureNow(figure, newest.measured)
  const found = newest ? goalsWithoutIndicator(goals, (figure) => read(figure) !== null) : []
  const data = goals.map((goal: Goal) => ({
    ...goal,
    indicators: goal.indicators.map((one) => ({
      ...one,
      read: read(one.figure),
      targetThisYear: targetIn(one, newest?.year ?? thisYear),
    })),
    findings: found.filter(({ at }) => at.path === `goals.${goal.id}`).map(said),
  }))
  return { data, version, alters: true }
}

const readableIn = ({ county, catalogue }: CountyInput) =>
  readableServices(
    catalogue,
    floorsOn(catalogue, county.standards, county.settings.asOf).floors,
    county.settings.services,
  )

export const goalHandlers = ({ shelf, now }: Desk): TopicHandlers<'goals'> => {
  const thisYear = () => Number(dayOf(now()).slice(0, 4))
  return {
    get: ({ caller, store }) => store.as(caller, (access) => readNow(access, thisYear())),
    starting: ({ caller, store }) =>
      store.as(caller, async (access) => {
        const { input } = await countyInput(shelf, access)
        const newest = await newestOf(access)
        const { asOf } = input.county.settings
        const share = (figure: string) =>
          (newest && figureNow(figure, newest.measured)?.share) ?? null
        return { data: startingGoals(input.catalogue, readableIn(input), asOf, share) }
      }),
    set: ({ body, version, caller, store }) =>
      store.as(caller, async (access) => {
        refuseErrors(lintGoals(body, readableIn((await countyInput(shelf, access)).input)))
        await goalTree.save(access, body, Number(version))
        return readNow(access, thisYear())
      }),
  }
}
