import type { FloorsPriced, NeedExplained, Question } from '@kuashan/contract/explanations.ts'
import { diagnoseGaps } from '@kuashan/core/access/diagnose-gap.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { WhyNotServed } from '@kuashan/core/planner/explain/answer.ts'
import { floorPrices } from '@kuashan/core/planner/explain/floor-prices.ts'
import { whyNotServed } from '@kuashan/core/planner/explain/why-not-served.ts'
import { whyThis } from '@kuashan/core/planner/explain/why-this.ts'
import type { World } from '@kuashan/core/planner/explain/world.ts'
import {
  changeText,
  diagnosisText,
  type NameOf,
  wayText,
  whyNotLines,
  whyThisLines,
} from '@kuashan/core/words/explain/explain-need.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { milpSolver } from '@kuashan/engine/milp/solve-milp.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { floorPriceText } from '@kuashan/pages/report/floor-price-text.ts'
import { nameIn } from '@kuashan/pages/report/name-in.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { JobContext, Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { openPlan } from '../county/open-plan.ts'
import { worldHere } from '../county/travel-shelf.ts'
import type { WorkPlace } from '../threads/work-place.ts'
import { keepAnswer } from './job-answer.ts'

/** A question to a plan, as a job keeps it. */
export interface ExplainAsked {
  plan: string
  question: Question
}

/** Floors whose price is worked out: those for the most people. */
const mostFloors = 40

/** Says in both languages. */
const saying = (world: World) => {
  const names = { zh: nameIn(world.input, 'zh'), en: nameIn(world.input, 'en') }
  return (say: (language: Language, nameOf: NameOf) => string): Words => ({
    zh: say('zh', names.zh),
    en: say('en', names.en),
  })
}

function diagnosisOf({ input, travel }: World, plan: Plan, settlement: string, service: string) {
  const { county, catalogue } = input
  const supply = supplyOfPlan(county, catalogue, plan)
  const { asOf } = county.settings
  const found = diagnoseGaps({ county, catalogue, travel: travel.base, supply, asOf })
  return found.find((d) => d.settlement === settlement && d.service === service)?.diagnosis
}

async function explainNeed(
  world: World,
  plan: Plan,
  need: { settlement: string; service: string },
  { workers, signal }: { workers: number; signal: AbortSignal },
): Promise<NeedExplained> {
  const why = whyThis(world, plan, need)
  if (why === null) throw refused('store-not-found', { what: `${need.settlement} ${need.service}` })
  const not = await whyNotServed(world, plan, need, async (input) => {
    const { travel } = await yearTravel(input, { workers, signal })
    return travel
  })
  const said = saying(world)
  const diagnosis = diagnosisOf(world, plan, need.settlement, need.service)
  return {
    about: 'need',
    ...why,
    head: said((language, nameOf) => headOf(why, not, language, nameOf)),
    ways: why.ways.map(({ forbidden, instead, ...way }) => ({
      ...way,
      forbidden: forbidden ?? null,
      instead: instead === undefined ? null : { ...instead, levels: [...instead.levels] },
      said: said((language, nameOf) =>
        wayText(
          { ...way, ...(forbidden ? { forbidden } : {}), ...(instead ? { instead } : {}) },
          language,
          nameOf,
        ),
      ),
    })),
    missing: [...(not?.missing ?? [])],
    verdict: not?.verdict ?? null,
    changes: (not?.changes ?? []).map((change) => ({
      ...change,
      changes: [...change.changes],
      edits: [...change.edits],
      said: said((language, nameOf) => changeText(change, language, nameOf)),
    })),
    said:
      not === null || not.verdict === 'change-found'
        ? null
        : said((language, nameOf) => whyNotLines(not, language, nameOf)[1]!),
    diagnosis: diagnosis
      ? said((language, nameOf) => diagnosisText(diagnosis, language, nameOf))
      : null,
  }
}

const headOf = (
  why: Parameters<typeof whyThisLines>[0],
  not: WhyNotServed | null,
  language: Language,
  nameOf: NameOf,
): string =>
  (not === null ? whyThisLines(why, language, nameOf) : whyNotLines(not, language, nameOf))[0]!

async function priceFloors(
  world: World,
  plan: Plan,
  { signal, progress }: JobContext,
): Promise<FloorsPriced> {
  const milp = milpSolver(signal)
  const onFloor = (share: number) => {
    progress({ share: 0.2 + 0.8 * share, detail: 'explain' }).catch(() => undefined)
  }
  const floors = await floorPrices(world, plan, { milp, most: mostFloors, onFloor })
  const said = saying(world)
  return {
    about: 'floors',
    floors: floors.map((price) => ({
      ...price,
      said: said((language, nameOf) => floorPriceText(price, language, nameOf)),
    })),
  }
}

/** Answers a question to a plan. */
export const explainWork =
  (store: Store, place: WorkPlace): Work =>
  async (job, context) => {
    const { plan: id, question } = job.input as ExplainAsked
    const caller = callerOfJob(context.county, job)
    const { plan, under } = await store.as(caller, (access) => openPlan(place.shelf, access, id))
    await context.progress({ share: 0.05, detail: 'travel' })
    const world = await worldHere(place.travel, under.input, place.workers)
    await context.progress({ share: 0.2, detail: 'explain' })
    const { workers } = place
    const answer =
      question.about === 'floors'
        ? await priceFloors(world, plan, context)
        : await explainNeed(world, plan, question, { workers, signal: context.signal })
    return keepAnswer(job, answer)
  }
