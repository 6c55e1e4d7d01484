import { type Finding, hasErrors } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { checkInstance } from './check-instance.ts'
import type { VroomNames } from './vroom-tasks.ts'
import type { Whereabouts } from './whereabouts.ts'

/** An instance, null where errors stand in the way, and everything that was found. */
export interface ReadInstance {
  instance: RoutingInstance | null
  findings: Finding[]
  /** Of a VROOM file. */
  names?: VroomNames
}

/** Ends a reader: contradictions join what was found; an instance with errors is not handed out. */
export function readResult(
  instance: RoutingInstance,
  where: Whereabouts,
  found: readonly Finding[],
): ReadInstance {
  const findings = [...found, ...checkInstance(instance, where)]
  return { instance: hasErrors(findings) ? null : instance, findings }
}
