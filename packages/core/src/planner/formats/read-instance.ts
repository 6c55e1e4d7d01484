import { finding } from '../../kernel/finding.ts'
import { readOwnInstance } from './own-instance.ts'
import { readCordeau } from './read-cordeau.ts'
import type { ReadInstance } from './read-result.ts'
import { readSolomon } from './read-solomon.ts'
import { readToptw } from './read-toptw.ts'
import { readVroom } from './read-vroom.ts'
import { readVrplib } from './read-vrplib.ts'

const readers = {
  cordeau: readCordeau,
  solomon: readSolomon,
  vrplib: readVrplib,
  toptw: readToptw,
  kuashan: readOwnInstance,
  vroom: readVroom,
} as const

export type InstanceFormat = keyof typeof readers

export const instanceFormats = Object.keys(readers) as InstanceFormat[]

/** Tells the format by what the text looks like; null when it looks like none. */
export function guessFormat(text: string): InstanceFormat | null {
  const start = text.trimStart()
  if (start.startsWith('{')) return guessJson(text)
  if (/^\s*[A-Z_]+_SECTION\b/im.test(text)) return 'vrplib'
  if (/^\s*CUST\b/im.test(text)) return 'solomon'
  const lines = start.split(/\r?\n/).slice(0, 4)
  if (!/^[\d.\s-]+$/.test(lines[0] ?? '')) return null
  const depot = (lines[2] ?? '').trim().split(/\s+/)
  const customer = (lines[3] ?? '').trim().split(/\s+/)
  return depot.length === 9 && depot[0] === '0' && Number(depot[8]) > 0 && customer.length >= 9
    ? 'toptw'
    : 'cordeau'
}

/** VROOM's file has vehicles and tasks, ours a `format`. */
const guessJson = (text: string): InstanceFormat =>
  !/"format"\s*:\s*"kuashan/.test(text) && /"vehicles"\s*:\s*\[/.test(text) ? 'vroom' : 'kuashan'

/** Reads an instance of any format known here; without `format` it is guessed. */
export function readInstance(text: string, file: string, format?: InstanceFormat): ReadInstance {
  const chosen = format ?? guessFormat(text)
  if (!chosen)
    return {
      instance: null,
      findings: [
        finding('instance-format-unknown', { file }, { formats: instanceFormats.join(', ') }),
      ],
    }
  return readers[chosen](text, file)
}
