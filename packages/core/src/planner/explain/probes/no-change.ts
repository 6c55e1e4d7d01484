import type { Probe } from './probe.ts'

/** Nothing has to change: the calendar has room, or a site can be opened, at a price. */
export const noChange: Probe = {
  kind: 'no-change',
  trials: () => [{ what: {}, unit: 'none', amounts: [0], changes: () => [] }],
}
