import { anotherVehicle } from './another-vehicle.ts'
import { border } from './border.ts'
import { budget } from './budget.ts'
import { busLine } from './bus-line.ts'
import { anotherBus, hiredRun, newBus } from './buses.ts'
import { inspection } from './inspection.ts'
import { doorstepLimit, walkLimit } from './limits.ts'
import { longerShift } from './longer-shift.ts'
import { lowerFloor } from './lower-floor.ts'
import { newVehicle } from './new-vehicle.ts'
import { noChange } from './no-change.ts'
import type { Probe } from './probe.ts'
import { buildRoad, openRoad } from './roads.ts'
import { site } from './site.ts'
import { staffHours } from './staff-hours.ts'
import { upgrade } from './upgrade.ts'

/** All kinds of change that are tried, `no-change` first: where nothing has to change, nothing else is tried. */
export const probes: readonly Probe[] = [
  noChange,
  longerShift,
  inspection,
  staffHours,
  anotherVehicle,
  newVehicle,
  budget,
  upgrade,
  site,
  doorstepLimit,
  walkLimit,
  border,
  openRoad,
  buildRoad,
  hiredRun,
  anotherBus,
  newBus,
  busLine,
  lowerFloor,
]
