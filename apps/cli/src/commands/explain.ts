import { diagnoseGaps } from '@kuashan/core/access/diagnose-gap.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { assumptionEffects } from '@kuashan/core/planner/explain/assumption-effects.ts'
import { floorPrices } from '@kuashan/core/planner/explain/floor-prices.ts'
import { floorsByReach, reachOfShortages } from '@kuashan/core/planner/explain/shortage-reach.ts'
import { whyNotServed } from '@kuashan/core/planner/explain/why-not-served.ts'
import { whyThis } from '@kuashan/core/planner/explain/why-this.ts'
import { type World, worldOf } from '@kuashan/core/planner/explain/world.ts'
import {
  diagnosisText,
  whyNotLines,
  whyThisLines,
} from '@kuashan/core/words/explain/explain-need.ts'
import { floorsByReachText, reachLines } from '@kuashan/core/words/explain/reach-words.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { milpSolver } from '@kuashan/engine/milp/solve-milp.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { explanationHtml } from '@kuashan/pages/explain/explanation-page.ts'
import { floorPriceText } from '@kuashan/pages/report/floor-price-text.ts'
import { countyOfPlan } from '../county-of-plan.ts'
import { assumptionLines } from '../explain-lines.ts'
import { type SaidParts, saidParts } from '../explain-parts.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder, underOf } from '../open-scenario.ts'
import { assertPlanOf, readPlan } from '../read-plan.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

export interface ExplainOptions {
  county?: string
  village?: string
  service?: string
  floors?: boolean
  assumptions?: boolean
  shortages?: boolean
  /** A page to write, in both languages. */
  html?: string
  workers: number
}

/** Floors whose price is worked out: those for the most people. */
const mostFloors = 40

/** `explain PLAN`: why a village gets what it gets, what a floor costs, which assumptions matter. */
export async function explainCommand(
  planFile: string,
  options: ExplainOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const { village, floors, assumptions, shortages } = options
  if (village === undefined && !floors && !assumptions && !shortages)
    throw new UsageError({
      zh: '请写明要解释什么：--village 村、--shortages、--floors 或 --assumptions。',
      en: 'Say what to explain: --village VILLAGE, --shortages, --floors or --assumptions.',
    })
  const plan = readPlan(planFile)
  const folder = countyOfPlan(planFile, options.county)
  const { input, findings } = await openCountyUnder(folder, underOf(plan), session)
  if (!input) {
    terminal.findings(findings)
    terminal.result({ findings })
    return 1
  }
  assertPlanOf(input, plan, planFile)
  const { travel } = await travelOf(input, session, options)
  const world = worldOf(input, travel)
  const milp = milpSolver(signal)
  const said = saidParts(input, terminal)
  const found: Record<string, unknown> = {}
  if (village !== undefined)
    found.village = await explainVillage(world, plan, village, options, { session, said })
  if (shortages) found.shortages = explainShortages(world, plan, said)
  if (floors) {
    const step = terminal.step({ zh: '逐条标准算价钱', en: 'Pricing the floors' })
    const prices = await floorPrices(world, plan, { milp, most: mostFloors, onFloor: step.at })
    step.done()
    const say = said.begin({ zh: '每条标准的价钱', en: 'The price of the floors' })
    for (const price of prices) say((language, nameOf) => [floorPriceText(price, language, nameOf)])
    found.floors = prices
  }
  if (assumptions) {
    const step = terminal.step({ zh: '逐项改动假设', en: 'Varying the assumptions' })
    const effects = await assumptionEffects(world, plan, { milp, onValue: step.at })
    step.done()
    const say = said.begin({ zh: '哪些假设要紧', en: 'Which assumptions matter' })
    effects.forEach((effect) => {
      say((language) => assumptionLines([effect], language))
    })
    found.assumptions = effects
  }
  if (options.html !== undefined) {
    const { name, nameEn } = input.county.settings
    await atomicWrite(options.html, explanationHtml({ zh: name, en: nameEn }, said.parts))
    terminal.say(options.html)
  }
  terminal.result(found)
  return 0
}

/** What travel alone proves of every floor that the plan misses. */
function explainShortages(world: World, plan: Plan, said: SaidParts) {
  const needs = reachOfShortages(world, plan)
  const floors = floorsByReach(needs)
  const say = said.begin({ zh: '仍做不到的', en: 'Still missed' })
  say((language) => [floorsByReachText(floors, language)])
  for (const need of needs) say((language, nameOf) => reachLines(need, language, nameOf))
  return { floors, needs }
}

async function explainVillage(
  world: World,
  plan: Plan,
  village: string,
  { service, workers }: ExplainOptions,
  { session: { signal }, said }: { session: Session; said: SaidParts },
): Promise<unknown[]> {
  const say = said.begin({ zh: '为什么这样服务', en: 'Why it is served so' })
  const answers: unknown[] = []
  const { county, catalogue } = world.input
  const diagnosed = diagnoseGaps({
    county,
    catalogue,
    travel: world.travel.base,
    supply: supplyOfPlan(county, catalogue, plan),
    asOf: county.settings.asOf,
  })
  for (const settlement of settlementsOf(world, village))
    for (const id of servicesOf(world, settlement, service)) {
      if (signal.aborted) return answers
      const need = { settlement, service: id }
      const why = whyThis(world, plan, need)
      const not = await whyNotServed(world, plan, need, async (input) => {
        const found = await yearTravel(input, { workers, signal })
        return found.travel
      })
      if (why === null) continue
      const gap = diagnosed.find((d) => d.settlement === settlement && d.service === id)
      say((language, nameOf) => [
        ...(not === null ? [] : whyNotLines(not, language, nameOf)),
        ...whyThisLines(why, language, nameOf),
        ...(gap === undefined ? [] : [diagnosisText(gap.diagnosis, language, nameOf)]),
      ])
      answers.push({
        why,
        ...(not === null ? {} : { not }),
        ...(gap === undefined ? {} : { diagnosis: gap.diagnosis }),
      })
    }
  return answers
}

/** A settlement by id or name, or all of a village by code or name. */
function settlementsOf({ input }: World, text: string): string[] {
  const { settlements, divisions } = input.county
  const codes = new Set(
    divisions.filter((d) => [d.code, d.name, d.nameEn].includes(text)).map((d) => d.code),
  )
  const found = settlements.filter(
    (s) => [s.id, s.name, s.nameEn].includes(text) || codes.has(s.division as never),
  )
  if (found.length > 0) return found.map((s) => s.id)
  throw new UsageError({
    zh: `没有叫“${text}”的村或自然村。请写编号或全名。`,
    en: `There is no village or settlement "${text}". Give its id or full name.`,
  })
}

function servicesOf({ base }: World, settlement: string, asked: string | undefined): string[] {
  const own = base.ground.cells
    .filter((c) => c.settlement.id === settlement)
    .map((c) => c.scoped.service)
  const wanted = own.filter(
    (s) => asked === undefined || [s.id, s.nameZh, s.nameEn].includes(asked),
  )
  if (wanted.length > 0 || asked === undefined) return wanted.map((s) => s.id)
  throw new UsageError({
    zh: `${settlement} 没有人该得到“${asked}”，或没有这项服务。`,
    en: `Nobody at ${settlement} is due for "${asked}", or there is no such service.`,
  })
}
