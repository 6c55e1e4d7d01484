import { type Finding, finding } from '../kernel/finding.ts'
import { byText } from '../kernel/order.ts'
import { metresBetween } from './earth.ts'
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
const plainName = (name: string): string =>
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

interface Candidates<T> {
  place: T
  by: 'code' | 'name'
  /** Nearest first. */
  found: { item: T; metres: number }[]
}

/** Candidates for one place among those merged so far: by code alone, else by name (or lack of one) and distance. */
function candidates<T extends Mergeable>(place: T, index: Index<T>, within: number): Candidates<T> {
  const same = index.byId.get(place.id)
  if (same) return { place, by: 'code', found: [{ item: same, metres: metresApart(same, place) }] }
  const named = isUnnamed(place)
    ? index.all
    : [...new Set(namesOf(place).flatMap((name) => index.byName.get(name) ?? []))]
  const limit = isUnnamed(place) ? UNNAMED_M : within
  const found = named
    .filter((item) => item.kind === place.kind)
    .map((item) => ({ item, metres: metresApart(item, place) }))
    .filter(({ metres }) => metres <= limit)
    .sort((a, b) => a.metres - b.metres || byText<T>((i) => i.id)(a.item, b.item))
  return { place, by: 'name', found }
}

interface Index<T> {
  all: readonly T[]
  byId: ReadonlyMap<string, T>
  byName: ReadonlyMap<string, readonly T[]>
}

function indexOf<T extends Mergeable>(all: readonly T[]): Index<T> {
  const byName = new Map<string, T[]>()
  for (const item of all)
    for (const name of namesOf(item)) byName.set(name, [...(byName.get(name) ?? []), item])
  return { all, byId: new Map(all.map((item) => [item.id, item])), byName }
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

/** Places this much nearer than the next candidate are told apart, metres. */
const CLEARLY_NEARER_M = 50

/** Codes first, then the nearest pairs, so that the order of rows decides nothing. */
const urgency = <T extends Mergeable>(a: Candidates<T>, b: Candidates<T>): number =>
  Number(a.by === 'name') - Number(b.by === 'name') ||
  (a.found[0]?.metres ?? 0) - (b.found[0]?.metres ?? 0) ||
  byText<T>((p) => p.id)(a.place, b.place)

type Merged<T> = Map<string, { item: T; from: string }>

function mergeOne<T extends Mergeable>(
  { place, by, found }: Candidates<T>,
  source: string,
  merged: Merged<T>,
  taken: Set<string>,
): Finding[] {
  const free = found.filter(({ item }) => !taken.has(item.id))
  const [nearest, next] = free
  const second = { second: place.name, secondSource: source }
  if (!nearest || (next && next.metres < nearest.metres + CLEARLY_NEARER_M)) {
    merged.set(place.id, { item: place, from: source })
    if (!nearest) return []
    const list = free.map(({ item }) => `${item.name} (${item.id})`).join(', ')
    return [finding('merge-ambiguous', { path: place.id }, { ...second, candidates: list })]
  }
  const into = merged.get(nearest.item.id)!
  taken.add(nearest.item.id)
  merged.set(into.item.id, { ...into, item: combine(into.item, place, source) })
  const metres = Number.isFinite(nearest.metres) ? Math.round(nearest.metres) : '?'
  const first = { first: into.item.name, firstSource: into.from }
  const facts = { ...first, ...second, by, byZh: byWords[by], metres }
  return [finding('sources-merged', { path: into.item.id }, facts)]
}

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
  const merged: Merged<T> = new Map(
    (first?.items ?? []).map((item) => [item.id, { item, from: first!.name }]),
  )
  for (const source of later) {
    const index = indexOf([...merged.values()].map(({ item }) => item))
    const taken = new Set<string>()
    const places = source.items.map((place) => candidates(place, index, sameName[what]))
    for (const place of places.sort(urgency))
      findings.push(...mergeOne(place, source.name, merged, taken))
  }
  const items = [...merged.values()].map(({ item }) => item).sort(byText((item) => item.id))
  return { items, findings }
}
