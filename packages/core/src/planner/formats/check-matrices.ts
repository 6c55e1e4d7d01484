import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { mostFar } from './most-far.ts'
import type { Whereabouts } from './whereabouts.ts'

type Rows = readonly (readonly number[])[]

/** Square, over all places, and nothing negative save the -1 of `travel`, which says that there is no way. */
export function checkMatrices(instance: RoutingInstance, { file }: Whereabouts): Finding[] {
  const want = instance.depots.length + instance.customers.length
  const { matrix, durations, travel = [] } = instance
  const given: [path: string, rows: Rows | undefined, wayless: -1 | null][] = [
    ['matrix', matrix, null],
    ['durations', durations, null],
    ...travel.flatMap(({ lengths, times }, k): [string, Rows, -1][] => [
      [`travel.${k}.lengths`, lengths, -1],
      [`travel.${k}.times`, times, -1],
    ]),
  ]
  return given.flatMap(([path, rows, wayless]) =>
    rows ? checkMatrix(rows, want, file, path, wayless) : [],
  )
}

/** `wayless` is the number that says that there is no way, where one does. */
export function checkMatrix(
  rows: Rows,
  want: number,
  file: string,
  path: string,
  wayless: number | null,
): Finding[] {
  const findings: Finding[] = []
  if (rows.length !== want)
    findings.push(
      finding('instance-count-differs', { file, path }, { what: path, want, have: rows.length }),
    )
  rows.forEach((row, k) => {
    const line = k + 1
    const at = { file, path: `${path}.${k}` }
    if (row.length !== want)
      findings.push(finding('instance-matrix-not-square', at, { line, want, have: row.length }))
    const longest = row.reduce(
      (most, value) => (value === wayless ? most : Math.max(most, value)),
      0,
    )
    if (longest > mostFar)
      findings.push(
        finding('instance-number-huge', at, {
          field: `${path}.${k}`,
          value: longest,
          most: mostFar,
        }),
      )
    const wrong = (value: number) => value < 0 && value !== wayless
    const first = row.findIndex(wrong)
    if (first < 0) return
    const facts = { line, count: row.filter(wrong).length, value: row[first]! }
    const place = { file, path: `${path}.${k}.${first}` }
    findings.push(finding('instance-matrix-negative', place, facts))
  })
  return findings
}
