/**
 * The rules that a random instance may draw: what bears on days, on the clock, on load, on who goes, and on what is compared.
 * `lastBefore` and `wraps` show only beside `spacing` or `unions`.
 */
export const ruleNames = [
  'dates',
  'spacing',
  'lastBefore',
  'wraps',
  'unions',
  'sameVehicle',
  'sameWeekday',
  'locked',
  'maxDaysOut',
  'hours',
  'windows',
  'travel',
  'endDepot',
  'maxDuration',
  'maxDriving',
  'rest',
  'breaks',
  'places',
  'serviceByGap',
  'reload',
  'nights',
  'dimensions',
  'pickups',
  'deliveries',
  'skills',
  'maxStops',
  'costs',
  'priorities',
  'published',
  'wishes',
] as const

export type RuleName = (typeof ruleNames)[number]
export type HasRule = (rule: RuleName) => boolean
