import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import { checkDays } from './check-horizon.ts'
import { type Whereabouts, within } from './whereabouts.ts'

export const checkFleets = (instance: RoutingInstance, where: Whereabouts): Finding[] => [
  ...instance.fleets.flatMap((fleet, k) => checkFleet(fleet, instance, where.fleet(k))),
  ...doubledVehicles(instance, where),
]

function checkFleet(fleet: RoutingFleet, instance: RoutingInstance, at: Place): Finding[] {
  const findings = checkDays(fleet.days, instance.days, at, 'days')
  for (const [field, value] of [
    ['capacity', fleet.capacity],
    ['duration', fleet.maxDuration],
  ] as const)
    if (value < 0) findings.push(finding('instance-negative', at, { field, value }))
  const { rules = {} } = fleet
  const depots: [field: string, indices: readonly (number | null | undefined)[]][] = [
    ['depot', [fleet.depot]],
    ['rules.endDepot', [rules.endDepot]],
    ['rules.reload.at', rules.reload?.at ?? []],
    ['rules.nights.at', rules.nights?.at ?? []],
  ]
  for (const [field, indices] of depots)
    for (const id of indices)
      if (typeof id === 'number' && !instance.depots[id])
        findings.push(finding('instance-id-unknown', within(at, field), { what: field, id }))
  findings.push(...checkTravelChoice(fleet, instance, within(at, 'rules.travel')))
  findings.push(
    ...checkDays(rules.nights?.evenings, instance.days, within(at, 'rules.nights'), 'evenings'),
  )
  const windows = [...(rules.breaks ?? []).flatMap((b) => b.windows), hoursOf(fleet, instance)]
  for (const { open, close } of windows)
    if (close < open)
      findings.push(
        finding('instance-window-empty', at, { id: rules.name ?? 'fleet', open, close }),
      )
  return findings
}

/** The fleet's hours within its depot's. */
const hoursOf = ({ depot, rules }: RoutingFleet, { depots }: RoutingInstance) => ({
  open: Math.max(depots[depot]?.open ?? -Infinity, rules?.open ?? -Infinity),
  close: Math.min(depots[depot]?.close ?? Infinity, rules?.close ?? Infinity),
})

function checkTravelChoice(fleet: RoutingFleet, instance: RoutingInstance, at: Place): Finding[] {
  const choice = fleet.rules?.travel
  if (choice === undefined) return []
  const list = typeof choice === 'number' ? [choice] : choice
  const findings = list
    .filter((k) => !instance.travel?.[k])
    .map((id) => finding('instance-id-unknown', at, { what: 'travel', id }))
  const want = fleet.days.length
  if (typeof choice !== 'number' && list.length !== want)
    findings.push(
      finding('instance-count-differs', at, { what: 'travel', want, have: list.length }),
    )
  return findings
}

/** A vehicle stands once in a fleet, and in one fleet of its depot on a day. */
function doubledVehicles({ fleets }: RoutingInstance, where: Whereabouts): Finding[] {
  const findings: Finding[] = []
  const byDepotAndDay = new Map<string, number[]>()
  fleets.forEach((fleet, k) => {
    const seen = new Set<number>()
    const twice = fleet.vehicles.find((v) => seen.has(v) || !seen.add(v))
    if (twice !== undefined) findings.push(doubled(where.fleet(k), fleet, twice, fleet.days[0]!))
    for (const day of new Set(fleet.days)) {
      const key = `${fleet.depot}/${day}`
      const together = byDepotAndDay.get(key)
      if (together) together.push(k)
      else byDepotAndDay.set(key, [k])
    }
  })
  const told = new Set<string>()
  for (const [key, together] of byDepotAndDay) {
    if (together.length < 2) continue
    const home = new Map<number, number>()
    for (const k of together)
      for (const vehicle of new Set(fleets[k]!.vehicles)) {
        const name = `${k}/${vehicle}`
        if (home.has(vehicle) && !told.has(name)) {
          findings.push(doubled(where.fleet(k), fleets[k]!, vehicle, Number(key.split('/')[1])))
          told.add(name)
        }
        home.set(vehicle, k)
      }
  }
  return findings
}

const doubled = (at: Place, { depot }: RoutingFleet, vehicle: number, day: number): Finding =>
  finding('instance-vehicle-doubled', at, { depot: depot + 1, vehicle, day })
