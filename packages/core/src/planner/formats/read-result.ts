import { type Finding, hasErrors } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { checkInstance } from './check-instance.ts'

/** An instance, null where errors stand in the way, and everything that was found. */
export interface ReadInstance {
  instance: RoutingInstance | null
  findings: Finding[]
}

/** Ends a reader: contradictions join what was found; an instance with errors is not handed out. */
export function readResult(
  instance: RoutingInstance,
  file: string,
  found: readonly Finding[],
  rows: ReadonlyMap<number, number>,
): ReadInstance {
  const findings = [...found, ...checkInstance(instance, file, rows)]
  return { instance: hasErrors(findings) ? null : instance, findings }
}

/** Vehicles 1 to n. */
export const numbered = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1)
