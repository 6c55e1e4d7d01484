/**
 * The rules that may refuse a route or a set of dates, each in a file of this folder with its own meaning in
 * docs/methods/tours.md. A refusal is a whole number in the search, 0 for none; `ruleNames[refusal]` names it.
 */
export const ruleNames = [
  'none',
  'road',
  'skills',
  'windows',
  'shift',
  'driving',
  'rest',
  'breaks',
  'load',
  'stops',
  'days-out',
  'nights',
  'dates',
] as const

export type RuleName = (typeof ruleNames)[number]

export const ROAD = 1
export const SKILLS = 2
export const WINDOWS = 3
export const SHIFT = 4
export const DRIVING = 5
export const REST = 6
export const BREAKS = 7
export const LOAD = 8
export const STOPS = 9
export const DAYS_OUT = 10

export const DATES = 12
