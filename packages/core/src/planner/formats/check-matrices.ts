import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { mostFar } from './most-far.ts'
import type { Whereabouts } from './whereabouts.ts'

type Rows = readonly (readonly number[])[]

/** Square, over all places, and nothing negative save the -1 of `travel`, which says that there is no way. */
export function checkMatrices(instance: RoutingInstance, { file }: Whereabouts): Finding[] {
  const want = instance.depots.length + instance.customers.length
  const { matrix, durations, travel = [] } = instance
  const given: [path: string, rows: Rows | undefined, wayless: boolean][] = [
    ['matrix', matrix, false],
    ['durations', durations, false],
    ...travel.flatMap(({ lengths, times }, k): [string, Rows, boolean][] => [
      [`travel.${k}.lengths`, lengths, true],
      [`travel.${k}.times`, times, true],
    ]),
  ]
  return given.flatMap(([path, rows, wayless]) =>
    rows ? checkMatrix(rows, want, file, path, wayless) : [],
  )
}

function checkMatrix(
  rows: Rows,
  want: number,
  file: string,
  path: string,
  wayless: boolean,
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
    const longest = row.reduce((most, value) => Math.max(most, value), 0)
    if (longest > mostFar)
      findings.push(
        finding('instance-number-huge', at, {
          field: `${path}.${k}`,
          value: longest,
          most: mostFar,
        }),
      )
    const wrong = (value: number) => value < 0 && !(wayless && value === -1)
    const first = row.findIndex(wrong)
    if (first < 0) return
    const facts = { line, count: row.filter(wrong).length, value: row[first]! }
    const place = { file, path: `${path}.${k}.${first}` }
    findings.push(finding('instance-matrix-negative', place, facts))
  })
  return findings
}
