import { siteOffers } from '../access/site-offers.ts'
import { isPlaceMetric } from '../catalogue/scope.ts'
import type { Service } from '../catalogue/service.ts'
import { byText, compareText } from '../kernel/order.ts'
import type { SiteDecision } from '../plan/plan.ts'
import type { Conversion, Facility } from '../resources/facility.ts'
import { fundMayPay } from './fund-may-pay.ts'
import type { Uses } from './joint/option.ts'
import { closable } from './may-close.ts'
import type { PlanGround } from './plan-ground.ts'
import { servicesAt } from './running-money.ts'
import { type StaffingsOf, staffingsOf } from './site-staff.ts'

/** A building that may or may not be in use, one way of using it, and what the plan then writes down. */
export interface SiteCandidate {
  key: string
  facility: Facility
  kind: Facility['kind']
  /** Services that it gives on the spot. */
  gives: ReadonlySet<string>
  /** The decision when it is used; an open building that is not used is closed. */
  decision: SiteDecision
  cashFen: number
  /** Posts and staff hours that it takes. */
  staffUses: Uses
  /** Fen a year to choose by: cash + capital ÷ life + hours × price. */
  value: number
}

/**
 * Every conversion of a vacant building, planned building to build, upgrade of an open one, and open building that may be
 * closed.
 */
export function siteCandidates(ground: PlanGround): SiteCandidate[] {
  const { county } = ground
  const staffings = staffingsOf(county)
  return county.facilities.flatMap((facility): SiteCandidate[] => {
    const today = closable(county, facility) ? [openCandidate(ground, facility)] : []
    if (facility.state === 'closed' || facility.unfit.length > 0) return today
    const made = [...facility.conversions]
      .sort(byText((c: Conversion) => c.toKind))
      .filter((c) => facility.state !== 'open' || keepsServices(ground, facility, c))
      .flatMap((conversion) => conversionCandidates(ground, facility, conversion, staffings))
    return [...today, ...made]
  })
}

/** An upgrade takes no way of any service away, nor makes it slower: a building that would lose one is not weighed. */
function keepsServices(
  { catalogue }: PlanGround,
  { kind, services }: Facility,
  { toKind }: Conversion,
): boolean {
  return (
    toKind === kind ||
    catalogue.services.every(
      ({ id, channels }) =>
        (services.length > 0 && !services.includes(id)) ||
        channels.every(
          (c) =>
            c.mode === 'vehicle' ||
            c.kind !== kind ||
            channels.some(
              (x) =>
                x.mode === c.mode &&
                x.kind === toKind &&
                x.minutesPerPerson === c.minutesPerPerson &&
                x.capacityPerSession === c.capacityPerSession,
            ),
        ),
    )
  )
}

function openCandidate(ground: PlanGround, facility: Facility): SiteCandidate {
  const { county } = ground
  const hourFen = county.settings.prices.staffHourFen
  return {
    key: `${facility.id} ${facility.kind}`,
    facility,
    kind: facility.kind,
    gives: givenBy(ground, facility, facility.kind, facility.services),
    decision: keep(facility),
    cashFen: facility.yearCostFen,
    staffUses: [],
    value: facility.yearCostFen + facility.staffHoursYear * hourFen,
  }
}

export const keep = (facility: Facility): SiteDecision => ({
  facility: facility.id,
  action: 'keep',
  toKind: facility.kind,
  services: [...facility.services].sort(),
  yearCostFen: 0,
  capitalFen: 0,
  fund: null,
  staffHoursYear: 0,
})

export const close = (facility: Facility): SiteDecision => ({
  ...keep(facility),
  action: 'close',
  yearCostFen: -facility.yearCostFen + 0,
  staffHoursYear: -facility.staffHoursYear + 0,
})

/** A conversion once for every fund that may pay for it and every way to staff it. */
function conversionCandidates(
  ground: PlanGround,
  facility: Facility,
  conversion: Conversion,
  staffings: StaffingsOf,
): SiteCandidate[] {
  const wholes = paidCandidates(ground, facility, conversion)
  return staffings(facility, conversion).flatMap(({ staff, uses }, k) =>
    wholes.map((whole) => ({
      ...whole,
      key: k === 0 ? whole.key : `${whole.key} by ${k}`,
      staffUses: uses,
      decision: staff === undefined ? whole.decision : { ...whole.decision, staff },
    })),
  )
}

function paidCandidates(
  ground: PlanGround,
  facility: Facility,
  conversion: Conversion,
): SiteCandidate[] {
  const { toKind, capitalFen } = conversion
  const { county } = ground
  const open = facility.state === 'open'
  const stands = open && !closable(county, facility)
  const given = servicesAt(ground, toKind, conversion.services ?? [])
  const today = open ? servicesAt(ground, facility.kind, facility.services) : []
  /** What the plan adds to today's figures; of a building that stands anyway the choice weighs just that. */
  const yearCostFen = conversion.yearCostFen - (open ? facility.yearCostFen : 0)
  const staffHoursYear = conversion.staffHoursYear - (open ? facility.staffHoursYear : 0)
  const cashFen = stands ? yearCostFen : conversion.yearCostFen
  const hours = stands ? staffHoursYear : conversion.staffHoursYear
  return payable(ground, conversion, given).map((paid, k): SiteCandidate => {
    const services = [...new Set([...today, ...paid.services].map((s) => s.id))].sort()
    return {
      key: k === 0 ? `${facility.id} ${toKind}` : `${facility.id} ${toKind} ${paid.fund}`,
      facility,
      kind: toKind,
      gives: givenBy(ground, facility, toKind, services),
      decision: {
        facility: facility.id,
        action: makings[facility.state],
        toKind,
        services,
        yearCostFen,
        capitalFen,
        fund: paid.fund,
        staffHoursYear,
      },
      cashFen,
      staffUses: [],
      value:
        cashFen + capitalFen / conversion.lifeYears + hours * county.settings.prices.staffHourFen,
    }
  })
}

const makings = { open: 'upgrade', vacant: 'convert', planned: 'build', closed: 'convert' } as const

/** Every fund that may pay, with the services it may pay for, most services first; none where there are funds and none may. */
function payable(
  ground: PlanGround,
  conversion: Conversion,
  services: readonly Service[],
): { fund: string | null; services: readonly Service[] }[] {
  const { funds } = ground.county
  if (services.length === 0) return []
  if (conversion.capitalFen === 0 || funds.length === 0)
    return [{ fund: conversion.fund ?? null, services }]
  return funds
    .filter((f) => f.use !== 'running' && f.amountFen >= conversion.capitalFen)
    .filter((f) => conversion.fund === undefined || f.id === conversion.fund)
    .map((fund) => ({ fund: fund.id, services: services.filter((s) => fundMayPay(fund, s)) }))
    .filter((o) => o.services.length > 0)
    .sort((a, b) => b.services.length - a.services.length || compareText(a.fund, b.fund))
}

function givenBy(
  ground: PlanGround,
  facility: Facility,
  kind: Facility['kind'],
  services: readonly string[],
): ReadonlySet<string> {
  const offers = siteOffers({ facility, kind, services }, ground.catalogue, ground.county.settings)
  const inScope = new Set(
    ground.cells.flatMap((c) =>
      c.scoped.floors.some((f) => isPlaceMetric(f.metric)) ? [c.scoped.service.id] : [],
    ),
  )
  return new Set(
    offers.flatMap((o) => (o.mode === 'fixed' && inScope.has(o.service) ? [o.service] : [])),
  )
}
