import { isWithin } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { PlanEditOf, RideSeat } from '../../plan/plan-edit.ts'
import { givesService, useOf } from '../../plan/site-use.ts'
import { mayCarry } from '../../resources/vehicle.ts'
import type { NeedCell } from '../plan-ground.ts'
import type { EditState } from './edit-state.ts'

type Way = PlanEditOf<'change-mode'>['to']
type WayBy<M extends Way['mode']> = Extract<Way, { mode: M }>

const at = { path: 'edits' }

/** Why a cell can't be served in a way; null where it can as far as the county goes. */
export function modeRefused(state: EditState, cell: NeedCell, to: Way): Finding | null {
  switch (to.mode) {
    case 'fixed':
      return null
    case 'vehicle':
      return stopsRefused(state, cell, to)
    case 'doorstep':
      return doorRefused(state, cell, to)
    case 'remote':
    case 'agent':
      return stationRefused(state, cell, to)
    case 'ride':
      return siteRefused(state, cell, to.site) ?? pickupRefused(state, cell, to.pickup)
    case 'board':
      return to.rides.reduce<Finding | null>(
        (found, seat) => found ?? seatRefused(state, cell, seat),
        null,
      )
  }
}

function stopsRefused(
  state: EditState,
  cell: NeedCell,
  { stops }: WayBy<'vehicle'>,
): Finding | null {
  const service = cell.scoped.service.id
  const unknown = stops.find((id) => !state.stops.has(id))
  if (unknown !== undefined) return finding('plan-unknown-stop', at, { tour: '-', stop: unknown })
  const unable = stops.find((id) => !state.stops.get(id)!.fleet.services.has(service))
  if (unable !== undefined)
    return finding('edit-service-not-possible', at, { place: unable, service })
  const home = cell.settlement.id
  const walks = state.base.walks.get(home)
  const far = stops.find((id) => !walks?.has(state.stops.get(id)!.settlement))
  return far === undefined ? null : finding('edit-no-walk', at, { settlement: home, place: far })
}

function doorRefused(
  state: EditState,
  cell: NeedCell,
  { facility: id }: WayBy<'doorstep'>,
): Finding | null {
  const facility = state.base.ground.facilities.get(id)
  if (facility === undefined) return finding('plan-unknown-facility', at, { facility: id })
  if (!cell.scoped.doorstepKinds.includes(facility.kind))
    return finding('edit-service-not-possible', at, { place: id, service: cell.scoped.service.id })
  return roadRefused(state, cell, id)
}

const roadRefused = ({ base }: EditState, { settlement }: NeedCell, site: string) =>
  base.resident.seconds(settlement.id, site) < 0
    ? finding('edit-no-road', at, { vehicle: '-', date: '-', place: settlement.id })
    : null

/** The building is in use, as one of some kinds, and gives the service. */
function useRefused(
  state: EditState,
  cell: NeedCell,
  id: string,
  kinds: readonly string[],
): Finding | null {
  const service = cell.scoped.service.id
  const facility = state.base.ground.facilities.get(id)
  if (facility === undefined) return finding('plan-unknown-facility', at, { facility: id })
  const use = useOf(facility, state.sites)
  if (use === null) return finding('edit-site-not-open', at, { facility: id })
  return givesService(use, service, kinds)
    ? null
    : finding('edit-service-not-possible', at, { place: id, service })
}

const siteRefused = (state: EditState, cell: NeedCell, site: string): Finding | null =>
  useRefused(state, cell, site, cell.scoped.fixedKinds)

function stationRefused(
  state: EditState,
  cell: NeedCell,
  { mode, site }: WayBy<'remote' | 'agent'>,
): Finding | null {
  const kinds = cell.scoped.service.channels.flatMap((c) => (c.mode === mode ? [`${c.kind}`] : []))
  return useRefused(state, cell, site, kinds) ?? roadRefused(state, cell, site)
}

/** People walk to a place where a vehicle can stop. */
function pickupRefused({ base }: EditState, { settlement }: NeedCell, id: string): Finding | null {
  const pickup = base.ground.settlements.get(id)
  if (pickup === undefined) return finding('plan-unknown-settlement', at, { settlement: id })
  const near = pickup.canStop && base.walks.get(settlement.id)?.has(id)
  return near ? null : finding('edit-no-pickup', at, { settlement: settlement.id, pickup: id })
}

function seatRefused(state: EditState, cell: NeedCell, seat: RideSeat): Finding | null {
  const { ride: id, pickup, newRide } = seat
  const ride = state.rides.get(id)
  const site = ride?.site ?? newRide?.site
  if (site === undefined) return finding('edit-unknown-ride', at, { ride: id })
  const wrong = siteRefused(state, cell, site) ?? pickupRefused(state, cell, pickup)
  if (wrong !== null || newRide === undefined) return wrong
  const { horizon } = state.base.ground.county.settings
  const date = newRide.dates.find((d) => !isWithin(d, horizon))
  if (date !== undefined)
    return finding('edit-outside-horizon', at, { date, from: horizon.from, to: horizon.to })
  if (newRide.by.by !== 'vehicle') return null
  const { vehicle } = newRide.by
  const known = state.vehicles.get(vehicle)
  if (known === undefined) return finding('plan-unknown-vehicle', at, { vehicle })
  return mayCarry(known) ? null : finding('edit-no-carrier', at, { vehicle })
}
