/**
 * Explains a hundred seeded needs that are not met: most from parts of demo counties that have too few vehicles, some from
 * a whole demo county as it is, with its buses and hired runs, but for one village of which nobody knows where it is. Carries
 * the smallest change of each out, ways found anew, and has the independent checker say whether the need is then met, no
 * floor is newly missed and the plan holds. What is said to be impossible is proved for every way and carried out by nobody.
 * Run: `node bench/explain.ts [NEEDS]`.
 */
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan, Shortage } from '@kuashan/core/plan/plan.ts'
import type { ProvedChange } from '@kuashan/core/planner/explain/answer.ts'
import { channels } from '@kuashan/core/planner/explain/at-its-best.ts'
import { carryOut } from '@kuashan/core/planner/explain/carry-out.ts'
import { whyNotServed } from '@kuashan/core/planner/explain/why-not-served.ts'
import { type World, worldOf } from '@kuashan/core/planner/explain/world.ts'
import { codeAt } from '@kuashan/core/territory/division.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { cpuSeconds, peakMemory, tell } from './report-figures.ts'

const wanted = Number(process.argv[2] ?? 100)
const seeds = [1, 2, 3]
const townships = 3
/** One vehicle in so many is left where they are few. */
const fewer = 6
const never = new AbortController().signal

/** One need in so many is of the whole county; every third of these of the village that has lost its coordinates. */
const oneOfWhole = 7

/** Some townships of a county, with what is in them and few vehicles. */
function partOf(input: CountyInput, seed: number): CountyInput {
  const { county } = input
  const all = [...new Set(county.settlements.map((s) => codeAt(s.division, 'township')))].sort()
  const source = random(seed)
  const chosen = new Set<string>()
  while (chosen.size < townships) chosen.add(all[source.below(all.length)]!)
  const inside = (division: string) => chosen.has(codeAt(division, 'township'))
  const facilities = county.facilities.filter((f) => inside(f.division))
  const there = new Set(facilities.map((f) => f.id))
  const vehicles = county.vehicles
    .filter((v) => there.has(v.depot))
    .filter((_, k) => k % fewer === 0)
  const staff = county.staff.filter((s) => there.has(s.employer))
  const kept = new Set([...vehicles, ...staff].map((x) => x.id))
  const settlements = county.settlements.filter((s) => inside(s.division))
  const homes = new Set(settlements.map((s) => s.id))
  const places = new Set([...homes, ...there])
  const buses = county.buses
    .map((b) => ({ ...b, stops: b.stops.filter((s) => places.has(s.place)) }))
    .filter((b) => b.stops.length > 1)
  return {
    ...input,
    county: {
      ...county,
      settlements,
      facilities,
      vehicles,
      staff,
      buses,
      baseline: {
        ...county.baseline,
        rotas: county.baseline.rotas.filter((r) => kept.has(r.staff)),
        timetable: county.baseline.timetable.filter(
          (t) => kept.has(t.vehicle) && homes.has(t.settlement),
        ),
      },
    },
  }
}

/** A county as it is, but for one village that nobody can place. */
function withLostVillage(input: CountyInput, seed: number): { input: CountyInput; lost: string } {
  const { settlements } = input.county
  const { id } = settlements[random(seed).below(settlements.length)]!
  const known = settlements.map((s) => (s.id === id ? { ...s, at: null } : s))
  return { input: { ...input, county: { ...input.county, settlements: known } }, lost: id }
}

const findTravel = async (input: CountyInput) => (await yearTravel(input, { workers: 1 })).travel

const keyOf = (s: { settlement: string; service: string; metric: string }) =>
  `${s.settlement} ${s.service} ${s.metric}`

/** What became of the needs, and of which kinds the smallest changes are. */
const counts = { change: 0, impossible: 0, unproved: 0, false: 0 }
const kinds: Record<string, number> = {}
/** Processor time of each answer, without carrying it out. */
const seconds: number[] = []

function check(world: World, plan: Plan) {
  const { county, catalogue } = world.input
  return checkPlan({ county, catalogue, travel: world.travel, plan })
}

/** What is wrong with a change once it is carried out; null where it does what it says. */
async function wrongWith(
  world: World,
  plan: Plan,
  { need, change, before }: { need: Shortage; change: ProvedChange; before: ReadonlySet<string> },
): Promise<string | null> {
  const done = await carryOut(world, plan, change, findTravel)
  if (done === null) return 'cannot be carried out'
  const { verdict, figures } = check(done.world, done.plan)
  const missed = figures.floorsMissed.map(keyOf)
  if (verdict !== 'valid') return 'the checker finds the plan broken'
  if (missed.some((k) => k.startsWith(`${need.settlement} ${need.service} `)))
    return 'the need is still missed'
  return missed.some((k) => !before.has(k)) ? 'somebody else is worse off' : null
}

/** Explains one need, carries the smallest change out and counts what came of it. */
async function explain(world: World, plan: Plan, need: Shortage, before: ReadonlySet<string>) {
  const started = cpuSeconds()
  const answer = await whyNotServed(world, plan, need, findTravel)
  seconds.push(cpuSeconds() - started)
  const [change] = answer?.changes ?? []
  const said = `${need.settlement} ${need.service} (${need.reason}): ${answer?.verdict}`
  if (change === undefined) {
    const everyWay = new Set(answer?.proof?.map((b) => b.mode)).size === channels.length
    if (answer?.verdict !== 'impossible') counts.unproved += 1
    else if (everyWay) counts.impossible += 1
    else counts.false += 1
    console.log(`  ${said} ${answer?.bound ?? ''} ${JSON.stringify(answer?.missing)}`)
    return
  }
  kinds[change.kind] = (kinds[change.kind] ?? 0) + 1
  const wrong = await wrongWith(world, plan, { need, change, before })
  if (wrong === null) counts.change += 1
  else counts.false += 1
  if (wrong !== null) console.log(`  ${said} by ${change.kind}: ${wrong}`)
}

/** Plans a county, takes so many of its missed needs, every third of them of one village where one is named. */
async function explainSome(
  name: string,
  input: CountyInput,
  { seed, share, lost }: { seed: number; share: number; lost?: string },
) {
  const { travel } = await yearTravel(input, { workers: 1 })
  const { plan } = await planCounty(input, travel, {
    mode: 'least-cost',
    seed,
    budget: { iterations: 1000 },
    workers: 1,
    signal: never,
  })
  const world = worldOf(input, travel)
  const before = new Set(check(world, plan).figures.floorsMissed.map(keyOf))
  const all = [...new Map(plan.shortages.map((s) => [`${s.settlement} ${s.service}`, s])).values()]
  const { settlements, vehicles, buses } = input.county
  console.log(
    `${name}: ${settlements.length} settlements, ${vehicles.length} vehicles, ${buses.length} bus lines, ${all.length} needs not met`,
  )
  const source = random(seed)
  const needs = all.filter((s) => s.settlement !== lost)
  const nowhere = all.filter((s) => s.settlement === lost)
  for (let k = 0; k < share; k++) {
    const from = k % 3 === 2 && nowhere.length > 0 ? nowhere : needs
    if (from.length === 0) continue
    const [need] = from.splice(source.below(from.length), 1)
    await explain(world, plan, need!, before)
  }
  console.log(`${JSON.stringify(kinds)} ${Math.round(cpuSeconds())} s of CPU`)
}

const ofWhole = Math.ceil(wanted / oneOfWhole)
let left = wanted - ofWhole
for (const [k, seed] of seeds.entries()) {
  const share = Math.ceil(left / (seeds.length - k))
  left -= share
  const input = partOf(demoCounty({ size: 'county', seed }), seed)
  await explainSome(`seed ${seed}, few vehicles`, input, { seed, share })
}
const whole = withLostVillage(demoCounty({ size: 'county', seed: 1 }), 1)
await explainSome('the whole county', whole.input, { seed: 1, share: ofWhole, lost: whole.lost })
const sorted = [...seconds].sort((a, b) => a - b)
const part = (share: number) => {
  const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length))
  return Math.round((sorted[at] ?? 0) * 100) / 100
}
tell({
  'explain/needs': seconds.length,
  'explain/proved-by-a-change': counts.change,
  'explain/proved-impossible': counts.impossible,
  'explain/unproved': counts.unproved,
  'explain/false': counts.false,
  'explain/cpu-seconds-a-need': part(0.5),
  'explain/cpu-seconds-a-need-p95': part(0.95),
  'explain/cpu-seconds-in-all': Math.round(cpuSeconds()),
  'explain/memory': peakMemory(),
})
process.exitCode = counts.false > 0 ? 1 : 0
