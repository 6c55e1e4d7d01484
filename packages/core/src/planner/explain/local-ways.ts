import type { PlanEdit } from '../../plan/plan-edit.ts'
import { applyEdit } from '../edit/apply-edits.ts'
import { editState, type PlanParts, visitsOf } from '../edit/edit-state.ts'
import { findRoom } from '../edit/find-room.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import type { Option } from '../joint/option.ts'
import { doorstepOptions } from '../joint/options/doorstep-options.ts'
import { fixedOptions } from '../joint/options/fixed-options.ts'
import { remoteOptions } from '../joint/options/remote-options.ts'
import { stopKey, vehicleOptions } from '../joint/options/vehicle-options.ts'
import type { NeedCell } from '../plan-ground.ts'
import { baseRoads, depotWay, type RoadOf } from '../route-cost.ts'
import { openingEdits, rideWays } from './ride-ways.ts'

/** Everything a class can reach at all; what a visit costs is found on the real calendar. */
export function reachableStops(base: ChoiceGround): RoadOf {
  const roads = baseRoads(base.ground)
  return (settlement, fleet) =>
    depotWay(settlement, fleet, roads) === null ? null : { driveSeconds: 0, metres: 0, days: 0 }
}

/** The options of one cell by the joint choice's own rules; rides with nobody else aboard. */
export const optionsOfCell = (base: ChoiceGround, cell: NeedCell): Option[] => [
  ...fixedOptions(cell, base),
  ...doorstepOptions(cell, base),
  ...remoteOptions(cell, base),
  ...base.rides.alone(cell).map((r) => r.option),
  ...vehicleOptions(cell, base, reachableStops(base)).slice(0, 12),
]

/** The edits that serve a cell by an option with everything else as planned; none where the calendar has no room. */
export function waysOf(
  parts: PlanParts,
  cell: NeedCell,
  option: Option,
): readonly (readonly PlanEdit[])[] {
  const settlement = cell.settlement.id
  const service = cell.scoped.service.id
  if (option.mode === 'doorstep') {
    const { facility, calls } = option
    return [[{ do: 'change-mode', settlement, service, to: { mode: 'doorstep', facility, calls } }]]
  }
  if (option.mode === 'fixed') {
    const opening = openingEdits(parts, option.site)
    return opening === null ? [] : [opening]
  }
  if (option.mode === 'remote') return stationWays(parts, cell, option.site)
  if (option.mode === 'ride') return rideWays(parts, cell, option)
  return stopWays(parts, cell, option.stop)
}

/** The building is opened, and people are served from it over the line or through an agent. */
function stationWays(parts: PlanParts, cell: NeedCell, key: string): readonly PlanEdit[][] {
  const { facility, kind } = parts.base.candidates.find((c) => c.key === key)!
  const [settlement, service] = [cell.settlement.id, cell.scoped.service.id]
  const channel = cell.scoped.service.channels.find(
    (c) => (c.mode === 'remote' || c.mode === 'agent') && c.kind === kind,
  )
  const opening = openingEdits(parts, key)
  if (channel === undefined || opening === null) return []
  const to = { mode: channel.mode as 'remote' | 'agent', site: facility.id }
  return [[...opening, { do: 'change-mode', settlement, service, to }]]
}

/** At a stop that is there, with the visits it lacks; and at a stop of its own beside it. */
function stopWays(parts: PlanParts, cell: NeedCell, key: string): readonly (readonly PlanEdit[])[] {
  const { base } = parts
  const at = base.stops.flatMap((settlement) =>
    base.classes.flatMap((fleet) =>
      stopKey(settlement, fleet) === key ? [{ settlement, fleet }] : [],
    ),
  )[0]
  if (at === undefined) return []
  const there = [...editState(parts).stops.values()].filter(
    (s) => s.settlement === at.settlement && s.fleet === at.fleet,
  )
  const own = there.filter((s) => s.cells.includes(cell))
  const shared = own.length > 0 ? own : there
  const ways: (readonly PlanEdit[])[] = []
  if (shared.length > 0) {
    const way = moreVisits(
      parts,
      cell,
      shared.map((s) => s.stop.id),
    )
    if (way !== null) ways.push(way)
  }
  if (own.length === 0) {
    const id = freeStop(parts, `${at.settlement}@${at.fleet.kind}`)
    const way = ownStop(parts, cell, {
      id,
      settlement: at.settlement,
      vehicle: at.fleet.vehicles[0]!.id,
    })
    if (way !== null) ways.push(way)
  }
  return ways
}

function freeStop({ stops }: PlanParts, base: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}~${n}`
    if (!stops.has(id)) return id
  }
}

/** Gives the service at stops that are there; where they are visited too seldom for it, visits are added. */
function moreVisits(parts: PlanParts, cell: NeedCell, stops: readonly string[]): PlanEdit[] | null {
  const state = editState(parts)
  const edits: PlanEdit[] = []
  const does = (edit: PlanEdit): boolean => {
    const done = applyEdit(state, edit)
    if ('undo' in done) edits.push(edit)
    return 'undo' in done
  }
  const serves = stops.every((id) => state.stops.get(id)!.cells.includes(cell))
  const [settlement, service] = [cell.settlement.id, cell.scoped.service.id]
  if (
    !serves &&
    !does({ do: 'change-mode', settlement, service, to: { mode: 'vehicle', stops: [...stops] } })
  )
    return null
  for (const stop of stops) {
    const have = [...visitsOf(state)].filter((v) => v.visit.stop === stop).length
    for (let k = have; k < cell.visits; k++) {
      const place = findRoom(state, stop)
      if (place === null || !does({ do: 'add-visit', stop, ...place })) return null
    }
  }
  return edits
}

function ownStop(
  parts: PlanParts,
  cell: NeedCell,
  stop: { id: string; settlement: string; vehicle: string },
): PlanEdit[] | null {
  const state = editState(parts)
  const edits: PlanEdit[] = []
  const newStop = {
    settlement: stop.settlement,
    serves: [{ settlement: cell.settlement.id, service: cell.scoped.service.id }],
  }
  for (let k = 0; k < cell.visits; k++) {
    const place = findRoom(state, stop.id, { newStop, vehicle: stop.vehicle })
    if (place === null) return null
    const edit: PlanEdit = {
      do: 'add-visit',
      stop: stop.id,
      ...(k === 0 ? { newStop } : {}),
      ...place,
    }
    if ('refused' in applyEdit(state, edit)) return null
    edits.push(edit)
  }
  return edits
}
