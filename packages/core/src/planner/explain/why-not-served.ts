import type { Plan } from '../../plan/plan.ts'
import { type ImpossibleBy, type ProbeKind, probeWords } from '../../words/explain/probe-words.ts'
import type { ProvedChange, WhyNotServed } from './answer.ts'
import { boundsEver } from './bounds-ever.ts'
import type { ChannelBound } from './channel-bound.ts'
import { smallestPair } from './pairs.ts'
import type { Question } from './probes/probe.ts'
import { probes } from './probes/probes.ts'
import { cellAt } from './serve-cell.ts'
import { smallest } from './smallest.ts'
import type { FindTravel, World } from './world.ts'

/**
 * Why a settlement misses a floor of a service, and the smallest changes that would bring it: each is applied, the need
 * served with everything else as planned, and the whole measured again, so each does what it says
 * (docs/methods/explain.md). Null where the need is met or nobody is due.
 */
export async function whyNotServed(
  world: World,
  plan: Plan,
  need: { settlement: string; service: string },
  findTravel?: FindTravel,
): Promise<WhyNotServed | null> {
  const cell = cellAt(world.base, need.settlement, need.service)
  const missing = plan.shortages.filter(
    (s) => s.settlement === need.settlement && s.service === need.service,
  )
  if (cell === undefined || missing.length === 0) return null
  const question: Question = { world, plan, cell, missing }
  const changes: ProvedChange[] = []
  const without: ProbeKind[] = []
  for (const probe of probes) {
    let best: ProvedChange | null = null
    for (const trial of probe.trials(question)) {
      const found = await smallest(question, trial, findTravel)
      if (found === null) continue
      const { what, unit, unpriced } = trial
      const change: ProvedChange = {
        kind: probe.kind,
        unit,
        what,
        ...found,
        ...(unpriced ? { unpriced } : {}),
      }
      if (best === null || bySmallness(change, best) < 0) best = change
    }
    if (best === null) without.push(probe.kind)
    else changes.push(best)
    if (best?.kind === 'no-change') break
  }
  const proof = changes.length > 0 ? null : boundsEver(world)(cell)
  if (changes.length === 0 && proof === null) {
    const pair = await smallestPair(question, findTravel)
    if (pair !== null) changes.push(pair)
  }
  return {
    ...need,
    people: cell.people,
    missing: missing.map(({ metric, want, have }) => ({ metric, want, have })),
    reason: missing[0]!.reason,
    verdict: changes.length > 0 ? 'change-found' : proof === null ? 'none-found' : 'impossible',
    ...(proof === null ? {} : { bound: impossibleBy(proof), proof }),
    changes: changes.sort(bySmallness),
    without,
  }
}

/** Changes that ask for less come after those that give, those of no known price after the others; then by value, by kind. */
const asksLess = ({ kind }: ProvedChange): number =>
  kind === 'lower-floor' ? 2 : kind === 'walk-limit' || kind === 'doorstep-limit' ? 1 : 0

const kinds = Object.keys(probeWords) as ProbeKind[]

const bySmallness = (a: ProvedChange, b: ProvedChange): number =>
  asksLess(a) - asksLess(b) ||
  Number(a.unpriced ?? false) - Number(b.unpriced ?? false) ||
  a.price.value - b.price.value ||
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind)

/** What a proof comes to in a word. */
function impossibleBy(proof: readonly ChannelBound[]): ImpossibleBy {
  const by = (kind: ChannelBound['by']) => proof.some((b) => b.by === kind)
  if (by('no-place')) return 'no-place'
  if (by('no-road')) return 'no-way'
  return by('floor-not-met') ? 'calendar' : 'no-channel'
}
