import type { Probe } from './probe.ts'

/** Nothing is loosened: the routes as they are can be laid otherwise. */
export const noChange: Probe<'no-change'> = {
  kind: 'no-change',
  answers: [],
  widest: () => [{ kind: 'no-change', what: {} }],
  apply: (instance) => instance,
}
