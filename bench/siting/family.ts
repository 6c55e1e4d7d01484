import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocationKind } from '@kuashan/core/plan/location.ts'

/** One run of the benchmark set: a file, what is asked of it, and what is known of the answer. */
export interface SitingCase {
  family: string
  instance: string
  file: string
  kind: LocationKind
  format: string
  p?: number
  radius?: number
  capacity?: number
  uncapacitated?: boolean
  best: number
  /** The best-known value is a proven optimum. */
  proven: boolean
}

interface Known {
  cost: number
  optimal: boolean | null
  file?: string
  p?: number
  radius?: number
  p_center?: { cost: number; optimal: boolean }
}

type Asked = Omit<SitingCase, 'family' | 'instance' | 'best' | 'proven'>

interface Family {
  folder: string
  /** Seconds that the bar of the family allows. */
  seconds: number
  asked: (key: string, known: Known) => Asked
}

const plain =
  (kind: LocationKind, format: string, ending = 'txt') =>
  (key: string): Asked => ({ file: `${key}.${ending}`, kind, format })

/** The families of `../shared/bench`, as their README files read them. */
export const families: Record<string, Family> = {
  pmed: { folder: 'pmed', seconds: 120, asked: plain('p-median', 'pmed') },
  'pmed-centre': { folder: 'pmed', seconds: 60, asked: plain('p-centre', 'pmed') },
  pmedian: {
    folder: 'pmedian_tsplib',
    seconds: 60,
    asked: (_, { file, p }) => ({
      file: file ?? '',
      kind: 'p-median',
      format: 'tsplib',
      ...(p ? { p } : {}),
    }),
  },
  mclp: {
    folder: 'mclp',
    seconds: 60,
    asked: (_, { file, p, radius }) => ({
      file: file ?? '',
      kind: 'mclp',
      format: 'mclp',
      ...(p ? { p } : {}),
      ...(radius ? { radius } : {}),
    }),
  },
  scp: { folder: 'scp', seconds: 60, asked: plain('scp', 'cover') },
  cwl: {
    folder: 'cwl',
    seconds: 60,
    asked: (key, { file }) => ({
      file: file ?? `${key.replace(/-uncap$/, '')}.txt`,
      kind: 'cwl',
      format: 'warehouses',
      capacity: Number(/_(\d+)$/.exec(key)?.[1] ?? 1e9),
      uncapacitated: key.endsWith('-uncap'),
    }),
  },
  sscflp: {
    folder: 'sscflp',
    seconds: 60,
    asked: (key) => plain('sscflp', key.startsWith('delmaire') ? 'delmaire' : 'holmberg')(key),
  },
  cpmp: {
    folder: 'cpmp',
    seconds: 60,
    asked: (key) => plain('cpmp', key.startsWith('pmedcap') ? 'pmedcap' : 'stefanello')(key),
  },
  'location-sf': { folder: 'location_sf', seconds: 30, asked: (key) => ({ ...sanFrancisco(key) }) },
}

function sanFrancisco(key: string): Asked {
  const kinds = { lscp: 'scp', mclp: 'mclp', pmedian: 'p-median', pcenter: 'p-centre' } as const
  const name = /^sf_(lscp|mclp|pmedian|pcenter)/.exec(key)?.[1] as keyof typeof kinds
  const p = /_p(\d+)$/.exec(key)?.[1]
  return {
    file: 'sf_205x16.json',
    kind: kinds[name],
    format: 'table',
    radius: 5000,
    ...(p ? { p: Number(p) } : {}),
  }
}

/** All cases of a family whose file is there, in the order of its list of values. */
export function casesOf(root: string, family: string): SitingCase[] {
  const { folder, asked } = families[family] as Family
  const list = JSON.parse(readFileSync(join(root, folder, 'bks.json'), 'utf8')) as Record<
    string,
    Known
  >
  return Object.entries(list).flatMap(([instance, known]) => {
    const value = family === 'pmed-centre' ? known.p_center : known
    const order = asked(instance, known)
    const file = join(root, folder, order.file)
    if (!value || !existsSync(file)) return []
    return [{ ...order, family, instance, file, best: value.cost, proven: value.optimal === true }]
  })
}
