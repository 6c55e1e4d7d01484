import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** Every skill that a customer asks for is aboard. */
export function checkSkills({ name, rules, visited }: RouteOnDay): Finding[] {
  return visited.flatMap(({ id, rules: asked }) =>
    (asked?.skills ?? [])
      .filter((skill) => !rules.skills?.includes(skill))
      .map((skill) => finding('route-skill-missing', {}, { route: name, id, skill })),
  )
}
