import type { Probe } from './probe.ts'

/** Vehicles and sites of other townships may serve, where the plan keeps to borders. */
export const border: Probe = {
  kind: 'border',
  trials: ({ world }) =>
    (world.input.county.settings.withinBorders ?? 'none') === 'none'
      ? []
      : [
          {
            what: {},
            unit: 'none',
            amounts: [0],
            changes: () => [{ do: 'border', withinBorders: false }],
          },
        ],
}
