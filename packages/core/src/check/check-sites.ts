import { type Finding, finding } from '../kernel/finding.ts'
import type { SiteDecision } from '../plan/plan.ts'
import type { Conversion, Facility } from '../resources/facility.ts'
import type { CheckGround } from './check-ground.ts'

const allowedStates: Record<SiteDecision['action'], readonly Facility['state'][]> = {
  keep: ['open'],
  close: ['open'],
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
    const makes = decision.action === 'convert' || decision.action === 'build'
    const conversion = facility.conversions.find((c) => c.toKind === decision.toKind)
    if (makes && facility.unfit.length > 0)
      return [finding('site-unfit', at, { ...facts, reason: facility.unfit.join(', ') })]
    if (makes ? conversion === undefined : decision.toKind !== facility.kind)
      return [finding('site-kind-not-possible', at, { ...facts, kind: decision.toKind })]
    return [
      ...checkFigures(decision, facility, makes ? conversion! : null, index),
      ...checkServices(ground, decision, facility, makes, index),
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
  makes: boolean,
  index: number,
): Finding[] {
  return decision.services.flatMap((id) => {
    const at = { path: `sites.${index}.services` }
    const service = ground.services.get(id)
    if (service === undefined) return [finding('plan-unknown-service', at, { service: id })]
    const listed = !makes && facility.services.includes(id)
    const ofKind = service.channels.some((c) => c.mode !== 'vehicle' && c.kind === decision.toKind)
    return listed || (ofKind && (makes || facility.services.length === 0))
      ? []
      : [finding('site-service-not-possible', at, { facility: facility.id, service: id })]
  })
}
