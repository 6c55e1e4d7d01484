import type { RoutingInstance } from '../../plan/routing.ts'
import { mostPatternDays } from './check-horizon.ts'
import { numbered } from './numbered.ts'
import { ownFormat } from './own-schema.ts'

type Plain = { readonly [key: string]: unknown }

const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, k) => value === b[k])

/** `[1, 2, 3, 8]` as `["1-3", 8]`. */
function ranges(days: readonly number[]): (number | string)[] {
  const found: (number | string)[] = []
  for (let k = 0; k < days.length; ) {
    let end = k
    while (days[end + 1] === days[end]! + 1) end++
    found.push(end - k < 2 ? days[k]! : `${days[k]}-${days[end]}`)
    k = end - k < 2 ? k + 1 : end + 1
  }
  return found
}

/** Fields that say what is so anyway are left out. */
const without = (record: Plain, defaults: Plain): Plain =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => value !== defaults[key]))

/** One line; a limit of Infinity is left out, in a list it becomes null. */
const line = (value: unknown): string =>
  JSON.stringify(value, function (this: unknown, _, v) {
    return v === Infinity && !Array.isArray(this) ? undefined : v
  })

const list = (items: readonly unknown[]): string =>
  items.length === 0 ? '[]' : `[\n  ${items.map(line).join(',\n  ')}\n]`

/**
 * An instance as our own JSON, one line for each depot, fleet, customer and row of a matrix. Reading it back gives the same
 * instance.
 */
export function writeOwnInstance(instance: RoutingInstance): string {
  const { depots, fleets, customers, matrix, durations, travel, unions, ...heading } = instance
  const { days } = instance
  const once = days > mostPatternDays ? [] : numbered(days).map((day) => 2 ** (days - day))
  const place = { open: 0, close: Infinity }
  const parts: [string, string | undefined][] = [
    ['format', line(ownFormat)],
    ...Object.entries(heading).map(([key, value]): [string, string] => [key, line(value)]),
    ['depots', list(depots.map((depot) => without({ ...depot }, place)))],
    [
      'fleets',
      list(
        fleets.map((fleet) => ({
          ...fleet,
          days: same(fleet.days, numbered(days)) ? undefined : ranges(fleet.days),
          vehicles: same(fleet.vehicles, numbered(fleet.vehicles.length))
            ? fleet.vehicles.length
            : fleet.vehicles,
        })),
      ),
    ],
    [
      'customers',
      list(
        customers.map((customer) => ({
          ...without(
            { ...customer },
            { ...place, service: 0, demand: 0, prize: 0, optional: false },
          ),
          patterns: same(customer.patterns, customer.rules?.spacing ? [] : once)
            ? undefined
            : customer.patterns,
        })),
      ),
    ],
    ['matrix', matrix && list(matrix)],
    ['durations', durations && list(durations)],
    ['travel', travel && list(travel)],
    ['unions', unions && list(unions)],
  ]
  const written = parts.filter(([, text]) => text !== undefined)
  return `{\n${written.map(([key, text]) => `"${key}": ${text}`).join(',\n')}\n}\n`
}
