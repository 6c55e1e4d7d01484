import { type Probe, steps } from './probe.ts'

/** More money a year, in thousands of yuan, where the plan keeps within a budget. */
const step = 100_000
const most = 1000

export const budget: Probe = {
  kind: 'budget',
  trials: ({ world, plan }) => {
    const { budgetFen } = world.input.county.settings
    if (plan.mode !== 'most-need' || budgetFen === null) return []
    return [
      {
        what: {},
        unit: 'fen',
        amounts: steps(most, step),
        changes: (fen) => [{ do: 'set-budget', budget: 'running', fen: budgetFen + fen }],
      },
    ]
  },
}
