import type { RoutingInstance } from '../../../plan/routing.ts'
import type {
  CrewBreak,
  DriverRest,
  Nights,
  Reload,
  TimeWindow,
} from '../../../plan/routing-rules.ts'

/** Start and end of windows in turn: [open, close, open, close, …]; empty where the day is closed. */
export type Windows = Float64Array

/** What a vehicle of a fleet keeps on a day; limits left out are Infinity. */
export interface RuledFleet {
  depot: number
  /** Where its days end when it spends no night away; -1: at the last customer. */
  endDepot: number
  open: number
  close: number
  maxDuration: number
  maxDriving: number
  maxStops: number
  capacities: Float64Array
  rest: DriverRest | null
  /** A stay may be made longer until it is a rest. */
  longerStays: boolean
  breaks: readonly (CrewBreak & { flat: Windows })[]
  reload: Reload | null
  nights: Nights | null
  /** Days (0-based) on whose evening it may stay away. */
  evenings: ReadonlySet<number>
  perDay: number
  perLength: number
  perTime: number
  /** 1 where some break, rest or reload bears on the clock. */
  pauses: boolean
}

/** A vehicle on one of its days. */
export interface Slot {
  vehicle: number
  /** 0-based. */
  day: number
  fleet: number
  table: number
  /** The vehicle's slot on the next and the previous day of the instance, -1 where it has none. */
  next: number
  previous: number
}

export interface RuledCustomer {
  /** Index of its place in the tables. */
  at: number
  service: number
  serviceByGap: readonly { gap: number; service: number }[]
  /** By day; days with equal windows share one array. */
  windows: readonly Windows[]
  setup: number
  /** Customers of one place and one station share these numbers; -1: none of its own. */
  place: number
  station: number
  /** Change of load at the visit and what must be aboard when leaving the depot, by dimension. */
  brought: Float64Array
  change: Float64Array
  /** Index of the customer to whom its pickup goes, -1 for the depot. */
  deliversTo: number
}

/** What is put in and taken out together: a customer, or all who send to and receive from each other. */
export interface Unit {
  /** Customer indices; a sender stands before its receiver. */
  members: readonly number[]
  /** Day sets (0-based days), or null where `spacing` rules. */
  patterns: readonly (readonly number[])[] | null
  spacing: { visits: number; minGap: number; maxGap: number; first: number; wraps: boolean } | null
  visits: number
  /** Members that may not be left out, and the prizes of the others by index among the priority classes that there are. */
  must: number
  prizes: readonly { priority: number; prize: number }[]
  sameVehicle: boolean
  sameWeekday: boolean
  /** Day → vehicle that must serve it there, -1 for any. */
  locked: ReadonlyMap<number, number>
  /** For each member with published visits: day → vehicle, -1 for any. */
  published: readonly ReadonlyMap<number, number>[]
  /** Day → wishes that a visit goes against. */
  unwished: ReadonlyMap<number, number>
  /** Indices into `unions`. */
  unions: readonly number[]
  /** Vehicles that may serve it, those of near depots first, and 1 for each fleet that may. */
  vehicles: readonly number[]
  fleets: Uint8Array
  /** Where its first member stands. */
  at: number
}

/** An instance with rules, indexed for the search. Numbers are the file's own; days, customers and depots are indices. */
export interface RuledProblem {
  instance: RoutingInstance
  days: number
  /** Calendar day of each day; the first is 0. */
  dayNumber: Int32Array
  periodDays: number
  /** Monday is 0; without dates counted from the first day. */
  weekday: Int32Array
  depots: number
  places: number
  tables: readonly { lengths: Float64Array; times: Float64Array }[]
  fleets: readonly RuledFleet[]
  slots: readonly Slot[]
  slotsOfDay: readonly (readonly number[])[]
  vehicles: readonly {
    depot: number
    number: number
    slots: readonly number[]
    /** The least of its fleets'. */
    maxDaysOut: number
  }[]
  /** By vehicle × days + day: its slot, or -1. */
  slotAt: Int32Array
  customers: readonly RuledCustomer[]
  units: readonly Unit[]
  unitOf: Int32Array
  unions: readonly { units: readonly number[]; minGap: number; maxGap: number; wraps: boolean }[]
  /** Priority classes that there are. */
  classes: number
  /** Whether some visit has several windows, so that leaving later can shorten a day in steps. */
  severalWindows: boolean
  /** Nearest other units of each, nearest first. */
  near: readonly Int32Array[]
}

/** The windows as one flat array. */
export const flatWindows = (windows: readonly TimeWindow[]): Windows =>
  Float64Array.from(
    [...windows].sort((a, b) => a.open - b.open).flatMap(({ open, close }) => [open, close]),
  )

/** Whether a unit may not be left out, or has visits that must be: it goes in before all others. */
export const isDue = ({ must, locked }: Unit): boolean => must > 0 || locked.size > 0
