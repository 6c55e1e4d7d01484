/**
 * The bar county (73 villages, 24 visits a year, 4 vehicles; seeds 1 to 3): how soon its bound is proved and how far the best
 * whole number of tours, days not yet given, stays above it. Five minutes each at most.
 */
import { barCounty, tourCounty } from '@kuashan/core/demo/tour-county.ts'
import { boundRouting } from '@kuashan/engine/bounds/bound-routing.ts'
import { peakMemory, secondsSince, tell } from './report-figures.ts'

const limitSeconds = 300
let [slowest, widest, tours] = [0, 0, 0]
for (const seed of [1, 2, 3]) {
  const started = performance.now()
  const deadline = performance.timeOrigin + started + limitSeconds * 1000
  const { bound, start } = await boundRouting(tourCounty({ ...barCounty, seed }), { deadline })
  slowest = Math.max(slowest, secondsSince(started))
  widest = Math.max(widest, start ? 1 - bound / start.cost : 1)
  tours += start?.routes.length ?? 0
}
tell({
  'tour-county/seconds': slowest,
  'tour-county/gap-of-whole-tours': Math.round(widest * 1e4) / 100,
  'tour-county/different-tours': tours,
  'tour-county/memory': peakMemory(),
})
