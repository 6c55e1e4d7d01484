import { type Finding, finding } from '../../../kernel/finding.ts'
import type { RequirementKind } from '../location/location-model.ts'
import type { Relief } from '../location/relax.ts'

/** How amounts of a kind of requirement are told: by how much they are divided, and in what unit. */
const units: Record<RequirementKind, { divisor: number; unit: string; unitZh: string }> = {
  budget: { divisor: 100, unit: ' yuan', unitZh: '元' },
  floor: { divisor: 0.01, unit: ' %', unitZh: '%' },
  farthest: { divisor: 60, unit: ' min', unitZh: '分钟' },
  capacity: { divisor: 1, unit: ' people', unitZh: '人' },
  'least-load': { divisor: 1, unit: ' people', unitZh: '人' },
  'most-sites': { divisor: 1, unit: '', unitZh: '' },
  decided: { divisor: 1, unit: '', unitZh: '' },
}

/** Rounded up to a hundredth: what is said must be enough. */
const told = (by: number, divisor: number): number => Math.ceil((by / divisor) * 100 - 1e-4) / 100

/** Changes that a finding names one by one; more are counted. */
const mostNamed = 8

/** That nothing meets all requirements of a county's siting question, and each way to relax them, in the county's units. */
export const reliefFindings = (reliefs: readonly Relief[]): Finding[] => [
  finding('siting-infeasible', {}),
  ...reliefs.flatMap((relief) => {
    const kinds = new Set(relief.changes.map(({ kind }) => kind))
    return [...kinds].map((kind) => ofKind(kind, relief))
  }),
]

function ofKind(kind: RequirementKind, { changes, smallest, proven }: Relief): Finding {
  const mine = changes.filter((change) => change.kind === kind)
  const { divisor, unit, unitZh } = units[kind]
  const list = (word: string, more: string, comma: string) =>
    mine
      .slice(0, mostNamed)
      .map(({ id, by }) => (kind === 'decided' ? id : `${id} ${told(by, divisor)}${word}`))
      .join(comma) +
    (mine.length > mostNamed ? more.replace('{n}', `${mine.length - mostNamed}`) : '')
  const others = mine.length < changes.length
  return finding(
    `siting-relax-${kind}`,
    {},
    {
      list: list(unit, ' and {n} more', ', '),
      listZh: list(unitZh, ' 等另 {n} 项', '、'),
      count: mine.length,
      by: Math.round(mine.reduce((sum, change) => sum + told(change.by, divisor), 0) * 100) / 100,
      proof: proofWords(['together with the others', 'solved again', 'proven smallest'], {
        others,
        proven,
        smallest,
      }).join(', '),
      proofZh: proofWords(['与其他几项一起', '已重新求解', '已证明最小'], {
        others,
        proven,
        smallest,
      }).join('，'),
    },
  )
}

const proofWords = (
  [together, again, least]: readonly [string, string, string],
  { others, proven, smallest }: { others: boolean; proven: boolean; smallest: boolean },
): string[] => [
  ...(others ? [together] : []),
  ...(proven ? [again] : []),
  ...(smallest ? [least] : []),
]
