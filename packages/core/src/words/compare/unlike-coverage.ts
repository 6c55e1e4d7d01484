import { formatNumber } from '../format.ts'
import type { Words } from '../language.ts'

/** Said where two sides do not serve the same people, by people × services; null where they do. */
export function unlikeCoverageWords({
  both,
  onlyA,
  onlyB,
}: Readonly<Record<'both' | 'onlyA' | 'onlyB', number>>): Words | null {
  if (onlyA === 0 && onlyB === 0) return null
  const [all, a, b] = [both, onlyA, onlyB].map((n) => formatNumber(n))
  return {
    zh: `两边覆盖不同（人×服务）：都达标 ${all}，只有前者 ${a}，只有后者 ${b}。费用买到的不是同样的服务。`,
    en: `Coverage differs (people × services): ${all} met by both, ${a} only by the first, ${b} only by the second. The costs do not buy the same.`,
  }
}
