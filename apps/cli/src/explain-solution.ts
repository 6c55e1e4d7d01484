import { setImmediate } from 'node:timers/promises'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import type { WhyNot } from '@kuashan/core/planner/tours/why-not/answer.ts'
import { explainRoutes } from '@kuashan/core/planner/tours/why-not/explain-routes.ts'
import { explainWhyNot } from '@kuashan/core/words/why-not/explain-why-not.ts'
import type { Session } from './session.ts'

/** Explains who isn't served and who is badly placed, and prints it; stops after `seconds`, where given, between re-solves. */
export async function explainSolution(
  instance: RoutingInstance,
  solution: RoutingSolution,
  { seed, seconds }: { seed: number; seconds?: number },
  { terminal, signal }: Session,
): Promise<WhyNot[]> {
  const deadline = performance.now() + (seconds ?? Infinity) * 1000
  const stop = () => signal.aborted || performance.now() > deadline
  const names = new Map(instance.customers.map((c) => [c.id, c.rules?.name ?? String(c.id)]))
  const answers: WhyNot[] = []
  for (const answer of explainRoutes(instance, solution, { seed, stop })) {
    answers.push(answer)
    const [head, ...rest] = explainWhyNot(answer, terminal.language, (id) => names.get(id)!)
    terminal.say([head, ...rest.map((line) => `  · ${line}`)].join('\n'))
    // Lets an interrupt in.
    await setImmediate()
    if (stop()) break
  }
  return answers
}
