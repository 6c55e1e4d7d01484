/**
 * Units as types: whole seconds, whole metres, whole fen (1/100 yuan).
 * A plain number cannot be passed where a unit is asked for, so minutes never meet metres.
 */
declare const unit: unique symbol
type Unit<Name extends string> = number & { readonly [unit]: Name }

export type Seconds = Unit<'seconds'>
export type Metres = Unit<'metres'>
export type Fen = Unit<'fen'>

/** Rounds up: a duration that is promised is never shorter than the one computed. */
export const seconds = (value: number): Seconds => Math.ceil(value - 1e-9) as Seconds
export const minutes = (value: number): Seconds => seconds(value * 60)
export const hours = (value: number): Seconds => seconds(value * 3600)
export const metres = (value: number): Metres => Math.round(value) as Metres
export const fen = (value: number): Fen => Math.round(value) as Fen
export const yuan = (value: number): Fen => Math.round(value * 100) as Fen

export const toMinutes = (value: Seconds): number => value / 60
export const toYuan = (value: Fen): number => value / 100

/** Stands for "no way" in travel tables, which are Int32Arrays. */
export const UNREACHABLE = -1
