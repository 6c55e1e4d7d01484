import type { Change } from '../../../plan/change.ts'
import type { Probe } from './probe.ts'

/** A floor is lowered to what there is, where there is something and it is not much less than wanted. */
const mostLower = 1.5

/** Every missed floor of the need is set to what the plan gives. Asks for less, so it is told last. */
export const lowerFloor: Probe = {
  kind: 'lower-floor',
  trials: ({ cell, missing }) => {
    const near = missing.every(
      ({ metric, want, have }) =>
        have > 0 &&
        (metric.startsWith('max') ? have <= want * mostLower : have >= want / mostLower),
    )
    if (missing.length === 0 || !near) return []
    const changes = missing.map(({ service, metric, have }): Change => {
      const level = cell.scoped.floors.find((f) => f.metric === metric)!.level
      const value = metric.startsWith('max') ? Math.ceil(have) : Math.floor(have)
      return { do: 'set-standard', service, metric, level, value }
    })
    const [first] = missing
    return [
      {
        what: { metric: first!.metric, want: first!.want, have: first!.have },
        unit: 'none',
        amounts: [0],
        changes: () => changes,
      },
    ]
  },
}
