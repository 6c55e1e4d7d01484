import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutePause, RouteRun } from '../../plan/routing.ts'
import type { FleetRules } from '../../plan/routing-rules.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'

const least = ({ breaks, rest, reload }: FleetRules, pause: RoutePause): number => {
  if (pause.kind === 'break') return breaks?.[pause.index ?? -1]?.duration ?? 0
  return (pause.kind === 'rest' ? rest : reload)?.duration ?? 0
}

/** Every pause lasts as long as it has to. */
export function checkPauses(on: RouteOnDay, run: RouteRun): Finding[] {
  return (run.pauses ?? []).flatMap((pause): Finding[] => {
    const [have, want] = [pause.end - pause.start, least(on.rules, pause)]
    if (!exceeds(want, have)) return []
    const facts = { route: on.name, start: pause.start, have, want }
    return [finding('route-pause-too-short', {}, facts)]
  })
}
