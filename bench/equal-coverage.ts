/**
 * The joint plan of a demo county beside today, today extended, all-fixed and all-mobile, each at equal coverage. Run:
 * `node bench/equal-coverage.ts [three-valleys|county] [ITERATIONS]`.
 */
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { WayFigures } from '@kuashan/core/plan/equal-coverage.ts'
import { compareEqualCoverage } from '@kuashan/engine/planning/compare-equal-coverage.ts'
import { planCounty } from '@kuashan/engine/planning/plan-county.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { cpuSeconds, tell } from './report-figures.ts'

const size = process.argv[2] === 'three-valleys' ? 'three-valleys' : 'county'
const iterations = Number(process.argv[3] ?? 1500)
const { signal } = new AbortController()
const input = demoCounty({ size, seed: 1 })
const { travel } = await yearTravel(input, { workers: 1 })
const { plan, checked } = await planCounty(input, travel, {
  mode: 'least-cost',
  seed: 1,
  budget: { iterations },
  workers: 1,
  signal,
})
const before = cpuSeconds()
const found = await compareEqualCoverage(input, travel, plan, signal)
const wan = (fen: number) => (fen / 1e6).toFixed(1)
const line = (f: WayFigures) =>
  [
    `cash ${wan(f.cashFen)}`,
    `capital ${wan(Object.values(f.capitalFen).reduce((a, b) => a + b, 0))}`,
    `hours ${Math.round(f.staffHours)}`,
    `to compare by ${wan(f.value)}`,
    `vehicles ${f.vehicles} (${f.bought} bought)`,
    `days out ${f.daysOut}`,
    `posts ${f.posts}`,
    `new sites ${f.newSites}`,
  ].join(', ')
console.log(`${size}, ${iterations} iterations, plan ${checked.verdict}; 10,000 yuan a year`)
console.log(`plan: ${found.needs.met} of ${found.needs.all} needs; ${line(found.plan)}`)
for (const row of found.rows) {
  const left = row.notCovered.map((n) => `${n.service} ${n.needs}`).join(', ')
  console.log(
    `${row.way}: ${row.needs} needs, ${Math.round(row.people)} people × services met by both`,
  )
  console.log(`  itself: ${line(row.figures)}`)
  console.log(
    `  joint${{ plan: ' (the plan)', search: '', way: ' (the same: nothing cheaper found)' }[row.joint.from]}: ${line(row.joint.figures)}`,
  )
  console.log(`  not covered: ${left || 'none'}; by it and not by the plan: ${row.notByPlan}`)
  console.log(`  cheaper by ${wan(row.figures.value - row.joint.figures.value)}`)
}
const saved = found.rows.map((r) => [r.way, r.figures.value - r.joint.figures.value] as const)
tell({
  'equal-coverage/cpu-seconds': Math.round(cpuSeconds() - before),
  'equal-coverage/rows-where-the-joint-plan-is-dearer': saved.filter(([, fen]) => fen < 0).length,
  ...Object.fromEntries(
    saved.map(([way, fen]) => [`equal-coverage/saved-on-${way}`, Math.round(fen / 100)]),
  ),
})
