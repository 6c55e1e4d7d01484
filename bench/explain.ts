/**
 * Explains a hundred seeded needs that are not met, from parts of demo counties that have too few vehicles; carries the
 * smallest change of each out, and has the independent checker say whether the need is then met, no floor is newly missed
 * and the plan holds. Run: `node bench/explain.ts [NEEDS]`.
 */
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import { random } from '@kuashan/core/kernel/random.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan, Shortage } from '@kuashan/core/plan/plan.ts'
import { carryOut } from '@kuashan/core/planner/explain/carry-out.ts'
import { whyNotServed } from '@kuashan/core/planner/explain/why-not-served.ts'
import { type World, worldOf } from '@kuashan/core/planner/explain/world.ts'
import { codeAt } from '@kuashan/core/territory/division.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'

const wanted = Number(process.argv[2] ?? 100)
const seeds = [1, 2, 3]
const townships = 3
/** One vehicle in so many is left. */
const fewer = 6
const never = new AbortController().signal

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
  return {
    ...input,
    county: {
      ...county,
      settlements,
      facilities,
      vehicles,
      staff,
      buses: [],
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

const findTravel = async (input: CountyInput) => (await yearTravel(input, { workers: 1 })).travel

const keyOf = (s: { settlement: string; service: string; metric: string }) =>
  `${s.settlement} ${s.service} ${s.metric}`

const counts: Record<string, number> = {}
const count = (what: string) => {
  counts[what] = (counts[what] ?? 0) + 1
}

function check(world: World, plan: Plan) {
  const { county, catalogue } = world.input
  return checkPlan({ county, catalogue, travel: world.travel, plan })
}

/** Explains one need, carries the smallest change out and counts what came of it. */
async function explain(world: World, plan: Plan, need: Shortage, before: ReadonlySet<string>) {
  const answer = await whyNotServed(world, plan, need, findTravel)
  if (answer === null) return count('not explained')
  count(answer.verdict === 'impossible' ? `impossible: ${answer.bound}` : answer.verdict)
  const [change] = answer.changes
  if (change === undefined) {
    console.log(
      `  ${answer.verdict}: ${need.settlement} ${need.service} (${answer.reason})`,
      JSON.stringify(answer.missing),
    )
    return
  }
  count(`smallest: ${change.kind}`)
  const done = await carryOut(world, plan, change, findTravel)
  if (done === null) return count('BROKEN: cannot be carried out')
  const { verdict, figures } = check(done.world, done.plan)
  const missed = figures.floorsMissed.map(keyOf)
  if (verdict !== 'valid') count('BROKEN: the checker finds the plan broken')
  else if (missed.some((k) => k.startsWith(`${need.settlement} ${need.service} `)))
    count('BROKEN: the need is still missed')
  else if (missed.some((k) => !before.has(k))) count('BROKEN: somebody else is worse off')
  else count('carried out and confirmed')
}

let left = wanted
for (const seed of seeds) {
  const input = partOf(demoCounty({ size: 'county', seed }), seed)
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
  const needs = [
    ...new Map(plan.shortages.map((s) => [`${s.settlement} ${s.service}`, s])).values(),
  ]
  const source = random(seed)
  const share = Math.min(Math.ceil(wanted / seeds.length), left)
  console.log(
    `seed ${seed}: ${input.county.settlements.length} settlements, ${input.county.vehicles.length} vehicles, ${needs.length} needs not met`,
  )
  for (let k = 0; k < share && needs.length > 0; k++, left--) {
    const [need] = needs.splice(source.below(needs.length), 1)
    await explain(world, plan, need!, before)
  }
  console.log(JSON.stringify(counts), `${Math.round(process.cpuUsage().user / 1e6)} s of CPU`)
}
process.exitCode = Object.keys(counts).some((k) => k.startsWith('BROKEN')) ? 1 : 0
