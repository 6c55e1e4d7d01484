/**
 * Units as types: whole seconds and whole fen (1/100 yuan).
 * A plain number cannot be passed where a unit is asked for, so minutes never meet seconds, nor yuan fen.
 */
declare const unit: unique symbol
type Unit<Name extends string> = number & { readonly [unit]: Name }

export type Seconds = Unit<'seconds'>
export type Fen = Unit<'fen'>

/** Rounds up: a duration that is promised is never shorter than the one computed. */
export const seconds = (value: number): Seconds => Math.ceil(value - 1e-9) as Seconds
export const minutes = (value: number): Seconds => seconds(value * 60)
export const yuan = (value: number): Fen => Math.round(value * 100) as Fen

export const toYuan = (fen: number): number => fen / 100

/** Stands for "no way" in travel tables, which are Int32Arrays. */
export const UNREACHABLE = -1
