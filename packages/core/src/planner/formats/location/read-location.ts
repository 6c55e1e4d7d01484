import { finding } from '../../../kernel/finding.ts'
import type { LocationKind } from '../../../plan/location.ts'
import type { ReadLocation } from './location-parts.ts'
import { readPmedcap, readStefanello } from './read-capacitated-median.ts'
import { readCover } from './read-cover.ts'
import { readNamedTable } from './read-named-table.ts'
import { readCoverNetwork, readPmed } from './read-network.ts'
import { readCoverPoints, readSitesAndClients, readTsplibPoints } from './read-points.ts'
import { readDelmaire, readHolmberg, readWarehouses } from './read-warehouses.ts'

type Reader = (text: string, file: string, capacity?: number) => ReadLocation

const readers = {
  pmed: readPmed,
  tsplib: readTsplibPoints,
  stefanello: readStefanello,
  pmedcap: readPmedcap,
  warehouses: readWarehouses,
  holmberg: readHolmberg,
  delmaire: readDelmaire,
  cover: readCover,
  points: readCoverPoints,
  'sites-clients': readSitesAndClients,
  network: readCoverNetwork,
  table: readNamedTable,
} as const satisfies Record<string, Reader>

export type LocationLayout = keyof typeof readers

/** Names under which a layout, or several that are told apart by their form, may be asked for. */
const families: Record<string, readonly LocationLayout[]> = {
  pmedian_tsplib: ['tsplib'],
  cpmp: ['pmedcap', 'stefanello'],
  cwl: ['warehouses'],
  sscflp: ['delmaire', 'holmberg'],
  scp: ['cover'],
  mclp: ['sites-clients', 'network', 'points'],
  sjc: ['points'],
  zds: ['points'],
  pcb: ['points'],
  bds: ['sites-clients'],
  gr: ['network'],
  location_sf: ['table'],
  spopt: ['table'],
  json: ['table'],
}

const layouts = Object.keys(readers) as LocationLayout[]

export const locationFormats: readonly string[] = [...layouts, ...Object.keys(families), 'orlib']

/** Which layout of OR-Library a kind of problem has. */
const orlib: Partial<Record<LocationKind, readonly LocationLayout[]>> = {
  'p-median': ['pmed'],
  'p-centre': ['pmed'],
  scp: ['cover'],
  cwl: ['warehouses'],
  sscflp: ['holmberg'],
  cpmp: ['pmedcap'],
}

/** Layouts that go with a kind, most likely first: where form alone leaves two, the first is taken. */
const usual: Record<LocationKind, readonly LocationLayout[]> = {
  'p-median': [
    'pmed',
    'tsplib',
    'table',
    'points',
    'sites-clients',
    'network',
    'stefanello',
    'pmedcap',
  ],
  'p-centre': [
    'pmed',
    'tsplib',
    'table',
    'points',
    'sites-clients',
    'network',
    'stefanello',
    'pmedcap',
  ],
  mclp: ['table', 'sites-clients', 'network', 'points', 'pmed', 'tsplib'],
  scp: ['cover', 'table', 'sites-clients', 'network', 'points', 'pmed', 'tsplib'],
  cwl: ['warehouses', 'delmaire', 'holmberg'],
  sscflp: ['delmaire', 'holmberg', 'warehouses'],
  cpmp: ['pmedcap', 'stefanello'],
}

/** Whether a text has the form of a layout, by its first line and its number of words. */
function looksLike(layout: LocationLayout, text: string): boolean {
  const trimmed = text.trim()
  if (layout === 'table') return trimmed.startsWith('{')
  if (layout === 'tsplib') return /^\s*NODE_COORD_SECTION/m.test(text)
  if (layout === 'sites-clients') return /^\s*F\s+\d/m.test(text)
  const heading = (trimmed.split(/\r\n|\r|\n/)[0] ?? '').trim().split(/\s+/)
  const words = trimmed.split(/[\s,]+/)
  const count = words.length
  const [a, b, c, d] = [0, 1, 2, 3].map((k) => Number(words[k])) as [number, number, number, number]
  if (!(a >= 0)) return false
  switch (layout) {
    case 'points':
      return count - heading.length === 3 * a && (heading.length === 4 || (a === b && c === 0))
    case 'network':
      return heading.length === 4 && c === 0 && d === 0
    case 'pmed':
      return heading.length === 3 && c > 0 && count === 3 + 3 * b
    case 'stefanello':
      return heading.length === 2 && count === 2 + 4 * a
    case 'pmedcap':
      return heading.length === 2 && count === 5 + 4 * c
    case 'warehouses':
    case 'holmberg':
      return heading.length === 2 && count === 2 + 2 * a + b + a * b
    case 'delmaire':
      return heading.length === 2 && count === 2 + a * b + a + 2 * b && a !== b
    case 'cover':
      return heading.length === 2 && count >= 2 + a + b
  }
}

/** How many words the first line has: enough to read a broken file for its findings. */
const headings: Partial<Record<LocationLayout, number>> = {
  pmed: 3,
  points: 3,
  network: 4,
  warehouses: 2,
  holmberg: 2,
  stefanello: 2,
  cover: 2,
}
const startsLike = (layout: LocationLayout, text: string): boolean => {
  const heading = (text.trim().split(/\r\n|\r|\n/)[0] ?? '').trim()
  return /^[\d.\s]+$/.test(heading) && heading.split(/\s+/).length === headings[layout]
}

/**
 * Reads a location instance. `format` names a layout or a family; without it the layout is told by the file's form
 * among those that go with the kind. `capacity` replaces the word in capa, capb and capc.
 */
export function readLocation(
  text: string,
  file: string,
  asked: { kind: LocationKind; format?: string | undefined; capacity?: number | undefined },
): ReadLocation {
  const wanted =
    asked.format === undefined
      ? usual[asked.kind]
      : asked.format === 'orlib'
        ? (orlib[asked.kind] ?? usual[asked.kind])
        : (families[asked.format] ?? layouts.filter((layout) => layout === asked.format))
  // A layout that was named is read even where the form is wrong, so that its findings say what is.
  const only = asked.format !== undefined && wanted.length === 1 ? wanted[0] : undefined
  const layout =
    only ??
    wanted.find((candidate) => looksLike(candidate, text)) ??
    wanted.find((candidate) => startsLike(candidate, text))
  if (layout)
    return readers[layout](
      text.replaceAll('\u0000', '').replaceAll('\u001a', ''),
      file,
      asked.capacity,
    )
  return {
    instance: null,
    findings: [
      finding('instance-format-unknown', { file }, { formats: locationFormats.join(', ') }),
    ],
  }
}
