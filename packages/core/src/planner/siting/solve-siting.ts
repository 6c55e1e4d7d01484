import type { LocationInstance, LocationKind, Sited } from '../../plan/location.ts'
import { solveCapacitatedMedian, solveSingleSource, solveWarehouses } from './capacitated-siting.ts'
import { solveMaxCover } from './max-cover.ts'
import { solvePCentre } from './p-centre.ts'
import { solvePMedian } from './p-median.ts'
import { solveSetCover } from './set-cover.ts'
import type { SitingRun } from './siting-run.ts'

/** The version of the siting searches: stored beside benchmark results. */
export const sitingVersion = 'siting-8'

/** Solves a siting problem that `checkLocation` found whole; null when no answer was found. */
export function solveSiting(
  instance: LocationInstance,
  kind: LocationKind,
  run: SitingRun,
): Promise<Sited | null> {
  switch (kind) {
    case 'p-median':
      return solvePMedian(instance, instance.p!, run)
    case 'mclp':
      return solveMaxCover(instance, instance.radius!, instance.p!, run)
    case 'p-centre':
      return solvePCentre(instance, instance.p!, run)
    case 'scp':
      return solveSetCover(instance, run)
    case 'cwl':
      return solveWarehouses(instance, run)
    case 'sscflp':
      return solveSingleSource(instance, run)
    case 'cpmp':
      return solveCapacitatedMedian(instance, instance.p!, run)
  }
}
