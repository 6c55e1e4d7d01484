import { ComparisonSide, type ComparisonView } from '@kuashan/contract/comparisons.ts'
import { checkPlan, namesUnknown } from '@kuashan/core/check/check-plan.ts'
import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { capitalOfChanges } from '@kuashan/core/plan/scenario/capital-of-changes.ts'
import { type Comparison, compare } from '@kuashan/core/planner/compare/compare.ts'
import { type Side, sideOf } from '@kuashan/core/planner/compare/side.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { nameIn } from '@kuashan/pages/report/name-in.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { Refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { z } from 'zod'
import { type CountyUnder, countyUnder } from '../county/county-under.ts'
import { openPlan, type ReadPlan } from '../county/open-plan.ts'
import { travelOf } from '../county/travel-shelf.ts'
import { said } from '../serve/problem-answer.ts'
import type { WorkPlace } from '../threads/work-place.ts'
import { keepAnswer } from './job-answer.ts'

/** What is compared; `key` of the job holds what it depends on. */
export const CompareAsked = z.object({ a: ComparisonSide, b: ComparisonSide })

interface OpenedSide {
  under: CountyUnder
  /** Null for today's supply. */
  read: ReadPlan | null
}

/** One side, opened. */
export async function openSide(
  { shelf }: Pick<WorkPlace, 'shelf'>,
  access: Access,
  side: ComparisonSide,
): Promise<OpenedSide> {
  if (side.of === 'today')
    return { under: await countyUnder(shelf, access, side.scenario), read: null }
  const opened = await openPlan(shelf, access, side.plan, side.version)
  return { under: opened.under, read: opened }
}

function nameOf({ under, read }: OpenedSide): Words {
  const { scenario } = under
  if (read) return { zh: read.entry.name, en: read.entry.name }
  return scenario
    ? { zh: `${scenario.name}（不改方案）`, en: `${scenario.name} (supply of today)` }
    : { zh: '现状', en: 'Today' }
}

/** Measures one side. A plan that names what the data no longer have cannot be measured on them. */
async function measured(
  place: WorkPlace,
  opened: OpenedSide,
): Promise<{ side: Side; findings: Finding[] }> {
  const { under, read } = opened
  const { input, before, changes } = under
  const { travel } = await travelOf(place.travel, input, place.workers)
  const plan = read?.plan ?? null
  const { county, catalogue } = input
  const found = plan ? checkPlan({ county, catalogue, travel, plan }).findings : []
  const lost = found.find(namesUnknown)
  if (lost) throw new Refused(lost)
  const { zh, en } = nameOf(opened)
  const side = sideOf({
    id: read?.entry.plan ?? under.scenario?.scenario ?? 'today',
    nameZh: zh,
    nameEn: en,
    input,
    travel,
    plan,
    capitalOfChanges: capitalOfChanges(changes, before),
  })
  return { side, findings: found.filter((f) => f.severity === 'error') }
}

/** Every id that a comparison names. */
function idsIn({ better, worse, other, floors, capital, worst }: Comparison): Set<string> {
  const cells = [...better, ...worse, ...other]
  return new Set([
    ...cells.flatMap(({ settlement, service, a, b }) => [
      settlement,
      service,
      ...[a?.place, b?.place].filter((place) => typeof place === 'string'),
    ]),
    ...floors.map((f) => f.service),
    ...capital.map((c) => c.fund),
    ...[...worst.a.places, ...worst.b.places].map((p) => p.settlement),
  ])
}

function namesFor(comparison: Comparison, a: Side, b: Side): Record<string, Words> {
  const at = (side: Side) => ({ zh: nameIn(side.input, 'zh'), en: nameIn(side.input, 'en') })
  const [inA, inB] = [at(a), at(b)]
  const name = (id: string): Words => {
    const zh = inB.zh(id)
    return zh === id ? { zh: inA.zh(id), en: inA.en(id) } : { zh, en: inB.en(id) }
  }
  return Object.fromEntries([...idsIn(comparison)].sort().map((id) => [id, name(id)]))
}

function viewOf(a: Side, b: Side, today: Side, findings: readonly Finding[]): ComparisonView {
  const { sides, today: beside, ...rest } = compare(a, b, today)
  const head = ({ nameZh, nameEn, id, of, people }: typeof sides.a) => ({
    id,
    of,
    people,
    name: { zh: nameZh, en: nameEn },
  })
  const names = namesFor({ sides, today: beside, ...rest }, a, b)
  const heads = { a: head(sides.a), b: head(sides.b) }
  return {
    ...rest,
    sides: heads,
    today: { ...beside, head: head(beside.head) },
    names,
    findings: findings.map(said),
  }
}

/** Today on the county in force as it is: a side that stands on it, or measured anew. */
async function todayBeside(
  store: Store,
  place: WorkPlace,
  caller: Caller,
  sides: readonly Side[],
  opened: readonly OpenedSide[],
): Promise<Side> {
  const k = opened.findIndex(({ under, read }) => read === null && !under.scenario)
  if (k >= 0) return sides[k]!
  const today = await store.as(caller, (access) => openSide(place, access, { of: 'today' }))
  return (await measured(place, today)).side
}

/** Compares two sides of the county in force. */
export const compareWork =
  (store: Store, place: WorkPlace): Work =>
  async (job, { county, progress }) => {
    const asked = CompareAsked.parse(job.input)
    const caller = callerOfJob(county, job)
    const open = (side: ComparisonSide) =>
      store.as(caller, (access) => openSide(place, access, side))
    const [a, b] = [await open(asked.a), await open(asked.b)]
    await progress({ share: 0.1, detail: 'travel' })
    const first = await measured(place, a)
    await progress({ share: 0.5, detail: 'compare' })
    const second = await measured(place, b)
    const findings = [...first.findings, ...second.findings]
    const today = await todayBeside(store, place, caller, [first.side, second.side], [a, b])
    const told = hasErrors(findings) ? findings : []
    return keepAnswer(job, viewOf(first.side, second.side, today, told))
  }
