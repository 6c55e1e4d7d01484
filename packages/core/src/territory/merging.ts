import { type Finding, finding } from '../kernel/finding.ts'
import { byText } from '../kernel/order.ts'
import { metresBetween } from './coordinates.ts'
import type { LngLat } from './settlement.ts'

/** What merging needs to know of a place. */
export interface Mergeable {
  id: string
  name: string
  nameEn?: string | undefined
  otherNames?: string[]
  at: LngLat | null
  /** Facilities of different kinds are different places even under one name. */
  kind?: string
  /** People of a settlement; 0 where a source has no number. */
  permanent?: { total: number }
  provenance: { note?: string | undefined }
}

/** Places of one source, in order of trust: earlier sources keep their values. */
export interface Source<T> {
  name: string
  items: readonly T[]
}

/** Places of one name farther apart than this are two places, metres. */
const sameName = { settlements: 2_000, facilities: 1_000 } as const
/** An unnamed building of the same kind this near is the same building, metres. */
const UNNAMED_M = 100

/** Names without their customary endings and without case, spaces and brackets. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|[\s·.,'’"“”-]/g, '')
    .replace(/(自然村|村民小组|村委会|居委会|社区居委会)$/, '')

const namesOf = (item: Mergeable): string[] =>
  [item.name, item.nameEn, ...(item.otherNames ?? [])].flatMap((n) => (n ? [plainName(n)] : []))

const isUnnamed = (item: Mergeable): boolean => item.name === '' || item.name === item.id

function metresApart(a: Mergeable, b: Mergeable): number {
  return a.at && b.at ? metresBetween(a.at, b.at) : Number.POSITIVE_INFINITY
}

/** Candidates for one place among those merged so far: by code alone, else by name (or lack of one) and distance, nearest first. */
function candidates<T extends Mergeable>(
  place: T,
  byId: ReadonlyMap<string, T>,
  byName: ReadonlyMap<string, readonly T[]>,
  all: readonly T[],
  within: number,
): { by: 'code' | 'name'; found: { item: T; metres: number }[] } {
  const same = byId.get(place.id)
  if (same) return { by: 'code', found: [{ item: same, metres: metresApart(same, place) }] }
  const named = isUnnamed(place)
    ? all
    : [...new Set(namesOf(place).flatMap((name) => byName.get(name) ?? []))]
  const limit = isUnnamed(place) ? UNNAMED_M : within
  const found = named
    .filter((item) => item.kind === place.kind)
    .map((item) => ({ item, metres: metresApart(item, place) }))
    .filter(({ metres }) => metres <= limit)
    .sort((a, b) => a.metres - b.metres || (a.item.id < b.item.id ? -1 : 1))
  return { by: 'name', found }
}

/** What the first source leaves open is filled from the second; what it says stays. */
function combine<T extends Mergeable>(first: T, second: T, source: string): T {
  const filled = Object.fromEntries(
    Object.entries(second).filter(([key, value]) => {
      const own = (first as Record<string, unknown>)[key]
      return own === undefined || own === null || (own === '' && value !== '')
    }),
  )
  const counted =
    first.permanent?.total === 0 && second.permanent ? { permanent: second.permanent } : {}
  const other = first.name === second.name || isUnnamed(second) ? [] : [second.name]
  const otherNames = first.otherNames && [...new Set([...first.otherNames, ...other])]
  const note = [first.provenance.note, `merged with ${second.id} of ${source}`].filter(Boolean)
  return {
    ...first,
    ...filled,
    ...counted,
    ...(otherNames ? { otherNames } : {}),
    provenance: { ...first.provenance, note: note.join('; ') },
  }
}

const byWords = { code: '编号', name: '名称和距离' } as const

/**
 * One list of places from several sources. A place of a later source that has the code of one already there,
 * or its name within a distance, is that place; every merge is a note, and a place that could be two is a
 * warning and stays apart. Sorted by id; the order of items within a source does not matter.
 */
export function mergeSources<T extends Mergeable>(
  sources: readonly Source<T>[],
  what: keyof typeof sameName,
): { items: T[]; findings: Finding[] } {
  const findings: Finding[] = []
  const [first, ...later] = sources
  const merged = new Map((first?.items ?? []).map((item) => [item.id, { item, from: first!.name }]))
  for (const source of later) {
    const before = [...merged.values()].map(({ item }) => item)
    const byId = new Map(before.map((item) => [item.id, item]))
    const byName = new Map<string, T[]>()
    for (const item of before)
      for (const name of namesOf(item)) byName.set(name, [...(byName.get(name) ?? []), item])
    const taken = new Set<string>()
    for (const place of [...source.items].sort(byText((p) => p.id))) {
      const { by, found } = candidates(place, byId, byName, before, sameName[what])
      const free = found.filter(({ item }) => !taken.has(item.id))
      const [nearest, next] = free
      const clash = next && next.metres < nearest!.metres + 50
      if (!nearest || clash) {
        if (clash)
          findings.push(
            finding(
              'merge-ambiguous',
              { path: place.id },
              {
                second: place.name,
                secondSource: source.name,
                candidates: free.map(({ item }) => `${item.name} (${item.id})`).join(', '),
              },
            ),
          )
        merged.set(place.id, { item: place, from: source.name })
        continue
      }
      const into = merged.get(nearest.item.id)!
      taken.add(nearest.item.id)
      findings.push(
        finding(
          'sources-merged',
          { path: into.item.id },
          {
            first: into.item.name,
            firstSource: into.from,
            second: place.name,
            secondSource: source.name,
            by,
            byZh: byWords[by],
            metres: Number.isFinite(nearest.metres) ? Math.round(nearest.metres) : '?',
          },
        ),
      )
      merged.set(into.item.id, { ...into, item: combine(into.item, place, source.name) })
    }
  }
  const items = [...merged.values()].map(({ item }) => item).sort(byText((item) => item.id))
  return { items, findings }
}
