import { z } from 'zod'
import { VehicleKind } from '../catalogue/service.ts'
import { DateRange, PlainDate } from '../kernel/calendar.ts'
import { Provenance } from '../kernel/provenance.ts'

/** A vehicle with its fit-out, home, hours and prices. Money in fen, time in seconds. */
export const Vehicle = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: VehicleKind,
  /** Facility id where it starts and ends its day. */
  depot: z.string().min(1),
  /** Service ids; empty means all that the catalogue gives to its kind. */
  services: z.array(z.string()).default([]),
  widthM: z.number().positive().default(2),
  weightT: z.number().positive().default(3.5),
  seats: z.number().int().min(0).default(0),
  /** Longest day out, depot to depot, visits and rests included. */
  shiftSeconds: z.number().int().positive().default(28_800),
  /** Earliest departure, seconds after midnight. */
  earliest: z.number().int().min(0).default(28_800),
  driveLimitSeconds: z.number().int().positive().default(21_600),
  /** Parking and unfolding at each stop. */
  setupSeconds: z.number().int().min(0).default(1_200),
  /** People served side by side. */
  stations: z.number().int().positive().default(1),
  crew: z.number().int().positive().default(2),
  costPerKmFen: z.number().int().min(0).default(0),
  /** Cash per day out besides kilometres: meals, allowances, tolls. */
  costPerDayFen: z.number().int().min(0).default(0),
  /** Cash a year that stops when the vehicle is given up: insurance, inspection, upkeep. */
  yearCostFen: z.number().int().min(0).default(0),
  inspectionUntil: PlainDate.optional(),
  /** Days on which it is not to be had: under repair, lent out. */
  down: z.array(DateRange).optional(),
  fund: z.string().optional(),
  provenance: Provenance,
})
export type Vehicle = z.infer<typeof Vehicle>

/** Kinds of vehicles that carry people. */
const carrierKinds: ReadonlySet<string> = new Set(['bus', 'schoolBus', 'postBus'])

/** Whether a vehicle may bring people to a site. */
export const mayCarry = ({ kind, seats }: Pick<Vehicle, 'kind' | 'seats'>): boolean =>
  carrierKinds.has(kind) && seats > 0
