import type { Question } from './probe.ts'

/** The nearest buildings from which staff may be sent for the service, within the limit. */
export function doorstepPlaces({ world, cell }: Question): string[] {
  const { firmSites, resident } = world.base
  return cell.scoped.doorstepKinds
    .flatMap((kind) => firmSites.get(kind) ?? [])
    .map((id) => ({ id, seconds: resident.seconds(cell.settlement.id, id) }))
    .filter((s) => s.seconds >= 0 && s.seconds <= cell.limits.doorstepSeconds)
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, 2)
    .map((s) => s.id)
}
