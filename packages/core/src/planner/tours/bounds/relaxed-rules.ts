import type { RoutingCustomer, RoutingInstance } from '../../../plan/routing.ts'

/** Rules of the instance that a bound leaves out or models only in part, by their names in the types, in alphabetical order. */
export function relaxedRules(instance: RoutingInstance, calendar: boolean): string[] {
  const { customers, fleets } = instance
  const some = (test: (c: NonNullable<RoutingCustomer['rules']>) => unknown) =>
    customers.some((c) => c.rules && test(c.rules))
  const fleet = (test: (f: NonNullable<(typeof fleets)[number]['rules']>) => unknown) =>
    fleets.some((f) => f.rules && test(f.rules))
  const windowed = customers.some((c) => c.open > 0 || c.rules?.windows)
  const levels = instance.objective === 'levels'
  const found: [string, unknown][] = [
    ['breaks', fleet((r) => r.breaks?.length)],
    ['calendar', calendar],
    ['deliverTo', some((r) => r.deliverTo !== undefined)],
    ['locked', some((r) => r.locked?.length)],
    ['maxDaysOut', fleet((r) => r.maxDaysOut !== undefined)],
    ['maxDuration: waiting', windowed && fleets.some((f) => f.maxDuration < Infinity)],
    ['nights: in a row', fleet((r) => r.nights)],
    ['perTime: waiting', levels && fleet((r) => r.costs?.perTime)],
    ['pickup: on the way', some((r) => r.pickup || r.otherPickups)],
    ['place: side by side', some((r) => r.place !== undefined)],
    ['reload', fleet((r) => r.reload)],
    ['rest', fleet((r) => r.rest)],
    ['rounding of routes', levels && !wholeCosts(instance)],
    ['sameVehicle', some((r) => r.sameVehicle) && instance.days > 1],
    ['sameWeekday', some((r) => r.sameWeekday) && instance.days > 1],
    ['serviceByGap', some((r) => r.serviceByGap)],
    ['unions', instance.unions?.length],
    ['windows: several', some((r) => r.windows && r.windows.length > 1)],
  ]
  return found.filter(([, there]) => there).map(([name]) => name)
}

function wholeCosts({ fleets, travel, matrix, convention }: RoutingInstance): boolean {
  const whole = (rows: readonly (readonly number[])[]) =>
    rows.every((row) => row.every(Number.isInteger))
  const lengths = travel ? travel.map((t) => t.lengths) : matrix ? [matrix] : null
  const arcs = lengths ? lengths.every(whole) : convention === 'round'
  return (
    arcs &&
    fleets.every(({ rules }) => {
      const { perDay, perLength, perTime } = rules?.costs ?? { perDay: 0, perLength: 1, perTime: 0 }
      return [perDay, perLength].every(Number.isInteger) && perTime === 0
    })
  )
}
