import type { GoalNow } from '@kuashan/contract/goals.ts'
import { type Goal, lintGoals } from '@kuashan/core/catalogue/goal.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { readGoals, saveGoals } from '@kuashan/store/queries/goals.ts'
import { listMeasurements, readMeasurement } from '@kuashan/store/queries/measurements.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { MeasurementDocument } from '../work/measure-work.ts'
import type { Desk } from './desk.ts'

/** Shares by the name of their figure, from the newest measurement of today. */
async function figuresNow(access: Access): Promise<Map<string, number>> {
  const newest = (await listMeasurements(access)).find(({ scenario }) => scenario === null)
  if (!newest) return new Map()
  const { document } = await readMeasurement(access, newest.measurement)
  const { coverage } = JSON.parse(document) as MeasurementDocument
  const services = coverage.services.map(({ key, share }) => [`coverage.${key}`, share] as const)
  return new Map([['coverage', coverage.all.share] as const, ...services])
}

/** Goals at their version, with figures that a new measurement changes. */
async function readNow(
  access: Access,
): Promise<{ data: GoalNow[]; version: number; alters: true }> {
  const { goals, version } = await readGoals(access)
  const figures = await figuresNow(access)
  const data = goals.map((goal: Goal) => ({
    ...goal,
    indicators: goal.indicators.map((one) => ({ ...one, now: figures.get(one.figure) ?? null })),
  }))
  return { data, version, alters: true }
}

export const goalHandlers = ({ shelf }: Desk): TopicHandlers<'goals'> => ({
  get: ({ caller, store }) => store.as(caller, readNow),
  set: ({ body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const { catalogue } = (await countyInput(shelf, access)).input
      const findings = lintGoals(body, new Set(catalogue.services.map(({ id }) => id)))
      if (findings.length > 0) throw new NotAnswered(findings)
      await saveGoals(access, body, Number(version))
      return readNow(access)
    }),
})
