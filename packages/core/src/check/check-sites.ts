import { type Finding, finding } from '../kernel/finding.ts'
import { isMade, type SiteDecision } from '../plan/plan.ts'
import type { Conversion, Facility } from '../resources/facility.ts'
import type { CheckGround } from './check-ground.ts'

const allowedStates: Record<SiteDecision['action'], readonly Facility['state'][]> = {
  keep: ['open'],
  close: ['open'],
  upgrade: ['open'],
  convert: ['open', 'vacant'],
  build: ['planned'],
}

/** Every decision on a building: allowed by its state, fit, possible, and with the figures of the raw data. */
export function checkSites(ground: CheckGround): Finding[] {
  const seen = new Set<string>()
  return ground.plan.sites.flatMap((decision, index) => {
    const at = { path: `sites.${index}` }
    const facts = { facility: decision.facility, action: decision.action }
    const facility = ground.facilities.get(decision.facility)
    if (facility === undefined)
      return [finding('plan-unknown-facility', at, { facility: decision.facility })]
    if (seen.has(facility.id)) return [finding('site-decided-twice', at, facts)]
    seen.add(facility.id)
    if (!allowedStates[decision.action].includes(facility.state))
      return [finding('site-action-not-allowed', at, { ...facts, state: facility.state })]
    const makes = isMade(decision)
    const conversion = facility.conversions.find((c) => c.toKind === decision.toKind)
    if (makes && facility.unfit.length > 0)
      return [finding('site-unfit', at, { ...facts, reason: facility.unfit.join(', ') })]
    if (makes ? conversion === undefined : decision.toKind !== facility.kind)
      return [finding('site-kind-not-possible', at, { ...facts, kind: decision.toKind })]
    return [
      ...checkFigures(decision, facility, makes ? conversion! : null, index),
      ...checkServices(ground, decision, facility, makes ? conversion! : null, index),
    ]
  })
}

/** What a decision adds against today. An open building stops costing what it costs today. */
function expected(
  decision: SiteDecision,
  facility: Facility,
  conversion: Conversion | null,
): { yearCostFen: number; capitalFen: number; staffHoursYear: number } {
  const open = facility.state === 'open'
  const today = {
    yearCostFen: open ? facility.yearCostFen : 0,
    staffHoursYear: open ? facility.staffHoursYear : 0,
  }
  if (decision.action === 'keep') return { yearCostFen: 0, capitalFen: 0, staffHoursYear: 0 }
  return {
    yearCostFen: (conversion?.yearCostFen ?? 0) - today.yearCostFen,
    capitalFen: conversion?.capitalFen ?? 0,
    staffHoursYear: (conversion?.staffHoursYear ?? 0) - today.staffHoursYear,
  }
}

function checkFigures(
  decision: SiteDecision,
  facility: Facility,
  conversion: Conversion | null,
  index: number,
): Finding[] {
  const want = expected(decision, facility, conversion)
  const columns = ['yearCostFen', 'capitalFen', 'staffHoursYear'] as const
  return columns
    .filter((column) => Math.abs(decision[column] - want[column]) > 0.005)
    .map((column) =>
      finding(
        'site-figures-wrong',
        { path: `sites.${index}.${column}` },
        { facility: facility.id, column, have: decision[column], want: want[column] },
      ),
    )
}

function checkServices(
  ground: CheckGround,
  decision: SiteDecision,
  facility: Facility,
  conversion: Conversion | null,
  index: number,
): Finding[] {
  const named = conversion?.services ?? []
  const today = facility.state === 'open' ? facility.services : []
  return decision.services.flatMap((id) => {
    const at = { path: `sites.${index}.services` }
    const service = ground.services.get(id)
    if (service === undefined) return [finding('plan-unknown-service', at, { service: id })]
    const of = (kind: string) =>
      service.channels.some((c) => c.mode !== 'vehicle' && c.kind === kind)
    const asToday =
      today.includes(id) || (facility.state === 'open' && today.length === 0 && of(facility.kind))
    const asMade =
      conversion !== null && (named.length > 0 ? named.includes(id) : of(decision.toKind))
    return asToday || asMade
      ? []
      : [finding('site-service-not-possible', at, { facility: facility.id, service: id })]
  })
}
