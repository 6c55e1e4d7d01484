/**
 * Our own set of periodic tours (docs/tour-set.md) against the tour engine. What is found is kept in bench/tour-set/, so that a
 * run may be broken off and taken up again:
 *   node bench/tour-set.ts --index          sizes and hashes of the instances
 *   node bench/tour-set.ts --seconds 10     runs from nothing, for the page; with [--seeds 3]
 *   node bench/tour-set.ts --improve 300    runs from the stored plans, to better them; with [--seed 1]
 *   node bench/tour-set.ts --bounds 300     lower bounds; kept where they are higher than the stored
 *   node bench/tour-set.ts --check          checks every stored plan
 * each with [--only KS-A] [--workers 2].
 */
import { parseArgs } from 'node:util'
import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import { type TourSetEntry, tourSet } from '@kuashan/core/demo/tour-set/entries.ts'
import { tourSetInstance } from '@kuashan/core/demo/tour-set/tour-set-instance.ts'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import { searchVersion } from '@kuashan/core/planner/tours/search/anneal.ts'
import { boundRouting } from '@kuashan/engine/bounds/bound-routing.ts'
import { solveRouting } from '@kuashan/engine/search/solve-routing.ts'
import { machine } from '../scripts/generate/machine.ts'
import { compareLevels, costLevel, type TourSetPlan } from '../scripts/generate/tour-set-section.ts'
import {
  indexEntry,
  readPlan,
  readResults,
  storeIndex,
  storePlan,
  storeResults,
} from './tour-set/store.ts'

const { values } = parseArgs({
  options: {
    index: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    improve: { type: 'string' },
    bounds: { type: 'string' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
  },
})

const entries = tourSet.filter(({ name }) => name.startsWith(values.only))
const workers = Number(values.workers)
const now = () => performance.timeOrigin + performance.now()
const tell = (k: number, name: string, text: string) =>
  console.error(`${k + 1}/${entries.length} ${name}: ${text}`)

/** Searches, and keeps what it found where the checker finds it valid and better than the stored plan. */
async function search(
  { name }: TourSetEntry,
  instance: RoutingInstance,
  seconds: number,
  seed: number,
  start: TourSetPlan | null,
): Promise<readonly number[] | null> {
  const started = now()
  const { solution } = await solveRouting(instance, {
    budget: { started, deadline: started + seconds * 1000 },
    seed,
    workers,
    epsilon: 0,
    ...(start ? { start } : {}),
  })
  const { feasible, levels, findings } = checkRoutes(instance, solution)
  const wrong = findings.find((f) => f.severity === 'error')
  if (wrong) console.error(`${name} seed ${seed}: refused, ${JSON.stringify(wrong)}`)
  if (!feasible) {
    console.error(`${name} seed ${seed}: no valid plan, levels ${levels.join(' ')}`)
    return null
  }
  const best = await readPlan(name)
  if (!best || compareLevels(levels, best.levels) < 0)
    await storePlan({
      instance: name,
      levels,
      engine: searchVersion,
      seconds,
      workers,
      seed,
      ...solution,
    })
  return levels
}

async function runFromNothing(seconds: number): Promise<void> {
  const results = await readResults()
  for (const [k, entry] of entries.entries()) {
    const instance = tourSetInstance(entry)
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const known = { engine: searchVersion, instance: entry.name, seconds, workers, seed }
      const done = results.runs.some((run) =>
        Object.entries(known).every(([key, value]) => run[key as keyof typeof run] === value),
      )
      if (done) continue
      const levels = await search(entry, instance, seconds, seed, null)
      results.runs.push({ ...known, levels })
      results.machine = machine()
      await storeResults(results)
      tell(k, entry.name, `seed ${seed}: ${levels?.join(' ') ?? 'no valid plan'}`)
    }
  }
}

async function improve(seconds: number): Promise<void> {
  for (const [k, entry] of entries.entries()) {
    const start = await readPlan(entry.name)
    await search(entry, tourSetInstance(entry), seconds, Number(values.seed), start)
    const best = await readPlan(entry.name)
    tell(
      k,
      entry.name,
      `${start?.levels.join(' ') ?? 'none'} → ${best?.levels.join(' ') ?? 'none'}`,
    )
  }
  await storeResults(await readResults())
}

async function bound(seconds: number): Promise<void> {
  const results = await readResults()
  for (const [k, entry] of entries.entries()) {
    const plan = await readPlan(entry.name)
    const found = await boundRouting(tourSetInstance(entry), {
      deadline: now() + seconds * 1000,
      ...(plan ? { upper: costLevel(plan.levels) } : {}),
    })
    const { kind, routes, relaxed } = found
    const stored = results.bounds[entry.name]
    if (Number.isFinite(found.bound) && !(stored && stored.bound >= found.bound))
      results.bounds[entry.name] = { bound: found.bound, kind, routes, relaxed, seconds }
    await storeResults(results)
    tell(k, entry.name, `${found.bound} by ${kind}, plan ${plan ? costLevel(plan.levels) : '–'}`)
  }
}

async function check(): Promise<void> {
  for (const [k, entry] of entries.entries()) {
    const plan = await readPlan(entry.name)
    const checked = plan && checkRoutes(tourSetInstance(entry), plan)
    const holds = checked?.feasible && compareLevels(checked.levels, plan!.levels) === 0
    tell(k, entry.name, !plan ? 'no plan' : holds ? 'holds' : 'DOES NOT HOLD')
    if (plan && !holds) process.exitCode = 1
  }
}

if (values.index)
  await storeIndex(tourSet.map((entry) => indexEntry(entry, tourSetInstance(entry))))
if (values.seconds) await runFromNothing(Number(values.seconds))
if (values.improve) await improve(Number(values.improve))
if (values.bounds) await bound(Number(values.bounds))
if (values.check) await check()
