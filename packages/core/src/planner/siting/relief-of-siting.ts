import { type Finding, finding } from '../../kernel/finding.ts'
import { isWithin, type LocationInstance, type LocationKind } from '../../plan/location.ts'
import { roomRelief } from './capacitated/room-relief.ts'
import { coverProblem } from './cover/cover-problem.ts'
import { solveCover } from './cover/solve-cover.ts'
import { solvePCentre } from './p-centre.ts'
import { reliefProof } from './relief-proof.ts'
import { coversWithin } from './set-cover.ts'
import type { SitingRun } from './siting-run.ts'

/**
 * Why a published problem has no answer, and the least that would have to give way: more sites, a wider radius, or room.
 * Empty where none of it is proven. Asked for when a search found nothing, and for covers that shall do with p sites.
 */
export async function reliefOfSiting(
  instance: LocationInstance,
  kind: LocationKind,
  run: SitingRun,
): Promise<Finding[]> {
  if (kind === 'mclp') return []
  if (kind === 'p-median' || kind === 'p-centre' || kind === 'scp')
    return coverRelief(instance, kind, run)
  return roomRelief(instance, run)
}

/** How many sites it takes to cover everybody, against p; and the radius within which p are enough. */
async function coverRelief(
  instance: LocationInstance,
  kind: LocationKind,
  run: SitingRun,
): Promise<Finding[]> {
  const { p, sites } = instance
  if (p === null) return []
  // Without a radius everybody is covered who has a way at all.
  const radius = kind === 'p-median' ? null : instance.radius
  const covers =
    kind === 'scp' && instance.covers
      ? instance.covers
      : coversWithin(instance, radius ?? Number.MAX_VALUE)
  if (covers.some((row) => row.length === 0)) return []
  const unit = new Float64Array(sites.length).fill(1)
  const fewest = await solveCover(coverProblem(covers, unit), part(run, 0.5))
  const needed = Math.ceil(fewest.bound - 1e-6)
  if (needed <= p) return []
  const enough = Math.round(fewest.cost)
  const found = [
    finding('siting-p-too-few', {}, { p, needed }),
    finding('siting-relax-most-sites', {}, { by: enough - p, ...reliefProof(enough === needed) }),
  ]
  return radius === null || instance.covers
    ? found
    : [...found, ...(await widerRadius(instance, p, radius, run))]
}

async function widerRadius(
  instance: LocationInstance,
  p: number,
  radius: number,
  run: SitingRun,
): Promise<Finding[]> {
  const centre = await solvePCentre(instance, p, run)
  if (centre === null || isWithin(centre.cost, radius)) return []
  const to = roundUp(centre.cost)
  const facts = { p, to, by: roundUp(to - radius), ...reliefProof(centre.optimal) }
  return [finding('siting-relax-radius', {}, facts)]
}

/** To a hundredth, upwards: what is told must be enough. */
const roundUp = (value: number): number => Math.ceil(value * 100 - 1e-6) / 100

/** The same run with a share of what is left. */
function part(run: SitingRun, share: number): SitingRun {
  const end = (1 - share) * run.secondsLeft()
  return { ...run, secondsLeft: () => Math.max(0, run.secondsLeft() - end), onProgress: undefined }
}
