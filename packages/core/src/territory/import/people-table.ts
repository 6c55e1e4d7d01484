import { type Finding, finding } from '../../kernel/finding.ts'
import { byText, compareText } from '../../kernel/order.ts'
import { metresBetween } from '../earth.ts'
import type { Settlement } from '../settlement.ts'

/** Metres within which a row of a population table may name a settlement by place alone. */
const NEAR_METRES = 1000

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/**
 * Settlements with the people of a table put over theirs: matched by id, then by name (the nearest where several bear
 * it), then by place within 1 km. A row that matches nothing, or what another row already gave, is a finding.
 */
export function overridePeople(
  settlements: readonly Settlement[],
  people: readonly Settlement[],
  file: string,
): { settlements: Settlement[]; findings: Finding[] } {
  const given = new Map<string, Settlement>()
  const findings: Finding[] = []
  for (const row of people.toSorted(byText((x) => x.id))) {
    const match = matchOf(row, settlements, given)
    if (match) given.set(match.id, row)
    else {
      const at = { file, row: row.provenance.row }
      findings.push(finding('population-unmatched', at, { name: row.name }))
    }
  }
  return { settlements: settlements.map((s) => merged(s, given.get(s.id))), findings }
}

function matchOf(
  row: Settlement,
  settlements: readonly Settlement[],
  given: ReadonlyMap<string, Settlement>,
): Settlement | undefined {
  const free = settlements.filter((s) => !given.has(s.id))
  const byId = free.find((s) => s.id === row.id)
  if (byId) return byId
  const names = new Set([row.name, row.nameEn ?? row.name, ...row.otherNames].map(plain))
  const named = free.filter((s) =>
    [s.name, s.nameEn ?? s.name, ...s.otherNames].some((name) => names.has(plain(name))),
  )
  const [nearest] = byDistance(row, named)
  if (nearest) return nearest.settlement
  return byDistance(row, free).find((f) => f.metres <= NEAR_METRES)?.settlement
}

/** Settlements by distance from a row; those without a place last, and all in order of id when the row has none. */
function byDistance(
  row: Settlement,
  settlements: readonly Settlement[],
): { settlement: Settlement; metres: number }[] {
  return settlements
    .map((settlement) => ({
      settlement,
      metres: row.at && settlement.at ? metresBetween(row.at, settlement.at) : Infinity,
    }))
    .toSorted((a, b) =>
      a.metres === b.metres ? compareText(a.settlement.id, b.settlement.id) : a.metres - b.metres,
    )
}

function merged(settlement: Settlement, row: Settlement | undefined): Settlement {
  if (!row) return settlement
  return {
    ...settlement,
    permanent: row.permanent,
    registered: row.registered ?? settlement.registered,
    households: row.households ?? settlement.households,
    needs: { ...settlement.needs, ...row.needs },
    provenance: row.provenance,
  }
}
