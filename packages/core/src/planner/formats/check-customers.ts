import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import { loadOf, roomOf, type ServableDays, servableDays } from './able-fleets.ts'
import { checkDays, isPattern, mostPatternDays } from './check-horizon.ts'
import { checkPossibleDays, spacingMemo } from './check-possible-days.ts'
import { type Whereabouts, within } from './whereabouts.ts'

export function checkCustomers(instance: RoutingInstance, where: Whereabouts): Finding[] {
  const byId = new Map(instance.customers.map((c) => [c.id, c]))
  const room = [0, 1, 2, 3].map((d) =>
    instance.fleets.reduce((most, fleet) => Math.max(most, roomOf(fleet)[d]!), 0),
  )
  const skills = new Set(instance.fleets.flatMap((f) => f.rules?.skills ?? []))
  const fits = spacingMemo(instance)
  const servable = servableDays(instance)
  return instance.customers.flatMap((customer, k) => {
    const at = where.customer(k)
    return [
      ...checkNumbers(customer, at),
      ...checkPatterns(customer, instance.days, at),
      ...checkVehicles(customer, room, skills, servable, at),
      ...checkRules(customer, instance, byId, at),
      ...checkLocks(customer, instance, servable, at),
      ...checkPossibleDays(customer, instance, servable, fits, at),
    ]
  })
}

function checkNumbers(customer: RoutingCustomer, at: Place): Finding[] {
  return (['service', 'demand', 'prize'] as const)
    .filter((field) => customer[field] < 0)
    .map((field) => finding('instance-negative', at, { field, value: customer[field] }))
}

function checkPatterns(customer: RoutingCustomer, days: number, at: Place): Finding[] {
  const { id, patterns, rules } = customer
  if (rules?.spacing) return []
  if (days > mostPatternDays)
    return [finding('instance-patterns-too-long', at, { id, days, most: mostPatternDays })]
  if (patterns.length === 0) return [finding('instance-pattern-missing', at, { id })]
  return patterns
    .filter((pattern) => !isPattern(pattern, days))
    .map((pattern) => finding('instance-pattern-outside', at, { id, pattern, days }))
}

/** Whether some vehicle could serve it at all; where none can, the rest is still planned. */
function checkVehicles(
  customer: RoutingCustomer,
  room: readonly number[],
  skills: ReadonlySet<string>,
  servable: ServableDays,
  at: Place,
): Finding[] {
  const { id } = customer
  const findings: Finding[] = []
  loadOf(customer).forEach((demand, d) => {
    if (demand > room[d]!)
      findings.push(finding('instance-demand-too-big', at, { id, demand, capacity: room[d]! }))
  })
  for (const skill of customer.rules?.skills ?? [])
    if (!skills.has(skill))
      findings.push(finding('instance-skill-nowhere', within(at, 'rules.skills'), { id, skill }))
  if (findings.length === 0 && servable(customer) === null)
    findings.push(finding('instance-no-vehicle-fits', at, { id }))
  return findings
}

function checkRules(
  customer: RoutingCustomer,
  instance: RoutingInstance,
  byId: ReadonlyMap<number, RoutingCustomer>,
  at: Place,
): Finding[] {
  const { id, rules } = customer
  if (!rules) return []
  const findings: Finding[] = []
  const { spacing, windows = [], serviceByGap = [], deliverTo } = rules
  if (spacing && spacing.maxGap < spacing.minGap)
    findings.push(
      finding('instance-gaps-empty', within(at, 'rules.spacing'), {
        minGap: spacing.minGap,
        maxGap: spacing.maxGap,
      }),
    )
  for (const { open, close } of windows)
    if (close < open)
      findings.push(
        finding('instance-window-empty', within(at, 'rules.windows'), { id, open, close }),
      )
  const dayLists: [string, readonly number[]][] = [
    ['windows', windows.flatMap((w) => w.day ?? [])],
    ['locked', rules.locked?.map((v) => v.day) ?? []],
    ['published', rules.published?.map((v) => v.day) ?? []],
  ]
  for (const [field, list] of dayLists)
    findings.push(
      ...checkDays(
        [...new Set(list)].sort((a, b) => a - b),
        instance.days,
        within(at, `rules.${field}`),
        field,
      ),
    )
  for (const field of ['seekDays', 'avoidDays'] as const)
    findings.push(...checkDays(rules[field], instance.days, within(at, `rules.${field}`), field))
  const rising = serviceByGap.every(
    (entry, k) =>
      k === 0 ||
      (entry.gap > serviceByGap[k - 1]!.gap && entry.service >= serviceByGap[k - 1]!.service),
  )
  if (!rising)
    findings.push(
      finding('instance-not-ascending', within(at, 'rules.serviceByGap'), {
        field: 'serviceByGap',
      }),
    )
  if (deliverTo !== undefined && (deliverTo === id || !byId.has(deliverTo)))
    findings.push(
      finding('instance-id-unknown', within(at, 'rules.deliverTo'), {
        what: 'deliverTo',
        id: deliverTo,
      }),
    )
  return findings
}

/** A lock names a vehicle that there is, and a day on which it can be kept. */
function checkLocks(
  customer: RoutingCustomer,
  instance: RoutingInstance,
  servable: ServableDays,
  at: Place,
): Finding[] {
  const { rules = {}, id } = customer
  const place = within(at, 'rules.locked')
  const days = servable(customer) ?? []
  return (rules.locked ?? []).flatMap(({ day, vehicle }) => {
    const homes = instance.fleets.filter(
      (f) => !vehicle || (f.depot === vehicle.depot && f.vehicles.includes(vehicle.number)),
    )
    if (vehicle && homes.length === 0)
      return [
        finding('instance-id-unknown', place, {
          what: 'vehicle',
          id: `${vehicle.depot}/${vehicle.number}`,
        }),
      ]
    const inside = day >= 1 && day <= instance.days
    const kept = days.includes(day) && homes.some((f) => f.days.includes(day))
    return inside && !kept ? [finding('instance-lock-impossible', place, { id, day })] : []
  })
}
