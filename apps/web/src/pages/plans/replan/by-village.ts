import type { ReplanAlternative } from '@kuashan/contract/replans.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** One settlement with all that differs there. */
export interface VillageNews {
  settlement: string
  loses: boolean
  said: Words[]
}

/** Differences of an alternative by settlement; where somebody loses a floor first, then by name. */
export function byVillage(
  { differences, lost }: Pick<ReplanAlternative, 'differences' | 'lost'>,
  nameOf: (settlement: string) => string,
): VillageNews[] {
  const villages = new Map<string, VillageNews>()
  const at = (settlement: string): VillageNews => {
    const found = villages.get(settlement) ?? { settlement, loses: false, said: [] }
    villages.set(settlement, found)
    return found
  }
  for (const loss of lost) {
    const news = at(loss.settlement)
    news.loses = true
    news.said.push(loss.said)
  }
  for (const difference of differences) at(difference.settlement).said.push(difference.said)
  return [...villages.values()].sort(
    (a, b) =>
      Number(b.loses) - Number(a.loses) ||
      nameOf(a.settlement).localeCompare(nameOf(b.settlement), 'zh'),
  )
}
