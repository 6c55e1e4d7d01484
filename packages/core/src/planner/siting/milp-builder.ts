import type { Milp, MilpRow, MilpVariable } from '../../kernel/milp.ts'

/** Collects variables and rows of a model; indices come back as they are added. */
export interface MilpBuilder {
  binary(name: string, cost: number): number
  /** Between 0 and `high`. */
  continuous(name: string, cost: number, high?: number): number
  row(name: string, low: number, high: number, terms: MilpRow['terms']): void
  build(): Milp
}

export function milpBuilder(): MilpBuilder {
  const variables: MilpVariable[] = []
  const rows: MilpRow[] = []
  const add = (name: string, cost: number, high: number, integer: boolean) =>
    variables.push({ name, cost, low: 0, high, integer }) - 1
  return {
    binary: (name, cost) => add(name, cost, 1, true),
    continuous: (name, cost, high = Number.POSITIVE_INFINITY) => add(name, cost, high, false),
    row: (name, low, high, terms) => {
      rows.push({ name, low, high, terms })
    },
    build: () => ({ variables, rows }),
  }
}
