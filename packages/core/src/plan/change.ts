import { z } from 'zod'
import { ChannelMode, FacilityKind, VehicleKind } from '../catalogue/service.ts'
import { AdoptedStandard, Metric } from '../catalogue/standard.ts'
import { DateRange, PlainDate } from '../kernel/calendar.ts'
import { Conversion, Facility } from '../resources/facility.ts'
import { StaffMember } from '../resources/staff.ts'
import { Vehicle } from '../resources/vehicle.ts'
import { DivisionCode } from '../territory/division.ts'
import { LngLat } from '../territory/settlement.ts'
import { BusLine } from '../travel/bus-line.ts'

/** Words of whoever proposes the change; shown, never computed with. */
const reason = { reason: z.string().optional() }
/** A row by its id, or by its name where only one row has it. */
const Named = z.string().min(1)
const Share = z.number().gt(0).max(1)
const fen = z.number().int().min(0)
/** What a change costs once, and the fund that pays: shown in the column of capital, spent by nobody else. */
const Capital = z.strictObject({ fen, fund: z.string().optional() })
const capital = { capital: Capital.optional() }
/** Completed years, both ends included; null is open-ended. */
const Ages = z.object({ from: z.number().int().min(0), to: z.number().int().nullable() })

const roadChanges = [
  /** Closed on the days from `from` to `to`; without them the whole horizon. `way` is a road's id or name. */
  z.strictObject({
    do: z.literal('close-road'),
    way: Named,
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    ...reason,
  }),
  /** Takes every closure of that road away. */
  z.strictObject({ do: z.literal('open-road'), way: Named, ...reason }),
  /**
   * A new road both ways from one settlement or facility to another, by way of `via`. Where the county has roads it is
   * drawn and driven by `class`; where it has a table of minutes `minutes` are written in.
   */
  z.strictObject({
    do: z.literal('build-road'),
    id: z.string().min(1),
    from: Named,
    to: Named,
    via: z.array(LngLat).optional(),
    class: z.enum(['secondary', 'tertiary', 'unclassified', 'track']).optional(),
    minutes: z.number().positive().optional(),
    ...capital,
    ...reason,
  }),
] as const

const vehicleChanges = [
  z.strictObject({ do: z.literal('add-vehicle'), vehicle: Vehicle, ...capital, ...reason }),
  /** `count` vehicles like one that is there, named `<likeOf>+1`, `<likeOf>+2` …; `depot` where they stand elsewhere. */
  z.strictObject({
    do: z.literal('add-vehicles-like'),
    likeOf: Named,
    count: z.number().int().min(1).max(100),
    depot: Named.optional(),
    ...capital,
    ...reason,
  }),
  z.strictObject({ do: z.literal('remove-vehicle'), vehicle: Named, ...reason }),
  /** Other limits of a vehicle that is there; what is left out stays. */
  z.strictObject({
    do: z.literal('set-vehicle'),
    vehicle: Named,
    shiftSeconds: z.number().int().positive().optional(),
    driveLimitSeconds: z.number().int().positive().optional(),
    /** Null takes the date away: it is inspected again in time. */
    inspectionUntil: PlainDate.nullable().optional(),
    ...reason,
  }),
  /** Not to be had on these days, both ends included. */
  z.strictObject({
    do: z.literal('vehicle-down'),
    vehicle: Named,
    from: PlainDate,
    to: PlainDate,
    ...reason,
  }),
  /** A bus line for everybody; places are settlements or facilities. It runs at nobody's cost in the plan. */
  z.strictObject({ do: z.literal('add-bus-line'), line: BusLine, ...capital, ...reason }),
] as const

const staffChanges = [
  z.strictObject({ do: z.literal('add-staff'), member: StaffMember, ...reason }),
  z.strictObject({
    do: z.literal('staff-away'),
    staff: Named,
    from: PlainDate,
    to: PlainDate,
    ...reason,
  }),
  /** To another facility, whole: hours, post and the place the licence is bound to. */
  z.strictObject({ do: z.literal('move-staff'), staff: Named, to: Named, ...reason }),
  z.strictObject({ do: z.literal('retire-staff'), staff: Named, on: PlainDate, ...reason }),
] as const

const siteChanges = [
  z.strictObject({ do: z.literal('add-site'), facility: Facility, ...capital, ...reason }),
  /** An open site of a kind at a settlement, with the running figures given. */
  z.strictObject({
    do: z.literal('add-site-at'),
    id: z.string().min(1),
    kind: FacilityKind,
    settlement: Named,
    yearCostFen: fen.optional(),
    staffHoursYear: z.number().min(0).optional(),
    ...capital,
    ...reason,
  }),
  /** Given up: its cost a year stops and nothing is offered there. */
  z.strictObject({ do: z.literal('close-site'), facility: Named, ...reason }),
  /** Done, not only possible: by the facility's own registered conversion, or by the figures given here. */
  z.strictObject({
    do: z.literal('convert-site'),
    facility: Named,
    toKind: FacilityKind,
    figures: Conversion.omit({ toKind: true }).optional(),
    ...reason,
  }),
] as const

const peopleChanges = [
  /** People or a share of them, of the ages given or of all, to another settlement. Nobody is lost and nobody doubled. */
  z.strictObject({
    do: z.literal('move-people'),
    from: Named,
    to: Named,
    people: z.number().int().min(1).optional(),
    share: Share.optional(),
    ages: Ages.optional(),
    ...reason,
  }),
  /** Each year a share of those still there moves to the new place; years after the scenario's do not happen. */
  z.strictObject({
    do: z.literal('resettle'),
    from: Named,
    to: Named,
    years: z.array(z.object({ year: z.number().int(), share: Share })).min(1),
    ...reason,
  }),
  /** Divisions end, `into` stands for them: settlements and facilities belong to it from `date` on. */
  z.strictObject({
    do: z.literal('merge-divisions'),
    from: z.array(DivisionCode).min(1),
    into: DivisionCode,
    date: PlainDate,
    ...reason,
  }),
] as const

const ruleChanges = [
  /** Puts a value in force from a day (the day the county counts from, without it), in place of its own on that metric. */
  z.strictObject({
    do: z.literal('set-standard'),
    service: Named,
    metric: Metric,
    value: z.number(),
    from: PlainDate.optional(),
    level: AdoptedStandard.shape.level.optional(),
    ...reason,
  }),
  z.strictObject({ do: z.literal('drop-standard'), service: Named, metric: Metric, ...reason }),
  z.strictObject({
    do: z.literal('set-price'),
    price: z.enum(['fuelPerKmFen', 'staffHourFen', 'residentHourFen', 'busPerKmFen']),
    value: fen,
    ...reason,
  }),
  z.strictObject({
    do: z.literal('set-budget'),
    budget: z.enum(['running', 'capital']),
    /** Null takes the limit away. */
    fen: fen.nullable(),
    ...reason,
  }),
  z.strictObject({ do: z.literal('set-fund'), fund: Named, fen, ...reason }),
  /** One of the county's assumptions, by its key. */
  z.strictObject({ do: z.literal('set-setting'), key: Named, value: z.number(), ...reason }),
  /** Vehicles, stops and sites kept to their own township, or not. */
  z.strictObject({ do: z.literal('border'), withinBorders: z.boolean(), ...reason }),
] as const

const landChanges = [
  /** Nothing new may be built inside: planned and vacant buildings there become unfit, roads through it are refused. */
  z.strictObject({
    do: z.literal('red-line'),
    name: z.string().min(1),
    polygon: z.array(LngLat).min(3).optional(),
    division: DivisionCode.optional(),
    what: z.enum(['sites', 'roads', 'all']),
    ...reason,
  }),
  /** The village asks to be served within the days: a visit on top of the plan. Only for a re-plan. */
  z.strictObject({
    do: z.literal('call-village'),
    settlement: Named,
    service: Named,
    within: DateRange,
    mode: ChannelMode.optional(),
    kind: VehicleKind.optional(),
    ...reason,
  }),
] as const

/** One small change of a county: what scenarios are made of, what a re-plan answers and what an explanation proposes. */
export const Change = z.discriminatedUnion('do', [
  ...roadChanges,
  ...vehicleChanges,
  ...staffChanges,
  ...siteChanges,
  ...peopleChanges,
  ...ruleChanges,
  ...landChanges,
])
export type Change = z.infer<typeof Change>
export type ChangeKind = Change['do']
export type ChangeOf<K extends ChangeKind> = Extract<Change, { do: K }>

/** The six layers that share one geography (六个一体化). */
export const layers = [
  'planning',
  'industry',
  'infrastructure',
  'ecology',
  'services',
  'resources',
] as const
export type Layer = (typeof layers)[number]

/** What a project does to a layer, as whoever proposes it declares. */
export const Effect = z.strictObject({
  layer: z.enum(layers),
  direction: z.enum(['helps', 'harms', 'changes']),
  what: z.string().min(1),
})
export type Effect = z.infer<typeof Effect>

/** A base with a list of small changes. `base` is `county` (as it is today) or the id of another scenario. */
export const Scenario = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  base: z.string().min(1).default('county'),
  /** The year whose population is taken; without it the population is today's. */
  year: z.number().int().min(1990).max(2100).optional(),
  changes: z.array(Change).default([]),
  /** With effects it is a project: a group of changes that says what it does to the six layers. */
  effects: z.array(Effect).optional(),
})
export type Scenario = z.infer<typeof Scenario>
