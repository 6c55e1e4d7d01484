import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { unzipSync } from 'fflate'

/** A file of an archive, by its path in it, with `/`. */
export interface ArchiveFile {
  path: string
  bytes: Uint8Array
}

/** What an archive may unpack to; sizes are those of its directory, and more than they say is never unpacked. */
export interface ArchiveLimits {
  bytes: number
  files: number
  /** Unpacked over packed bytes; small archives are not asked. */
  ratio: number
}

/** A county with roads and heights is some 200 MB; tables pack to a tenth, seldom to a thirtieth. */
export const archiveLimits: ArchiveLimits = { bytes: 512 * 1024 * 1024, files: 5000, ratio: 100 }
const smallBytes = 4 * 1024 * 1024

interface Entry {
  /** As the archive writes it. */
  name: string
  path: string
  size: number
  packed: number
}

/** Old Windows packs Chinese names in GB 18030 and says nothing of it; they arrive as Latin-1. */
function decodedName(name: string): string {
  const codes = Array.from(name, (c) => c.codePointAt(0)!)
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name
  const bytes = Uint8Array.from(codes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const pathOf = (name: string): string => decodedName(name).replaceAll('\\', '/')

/** Leads out of its folder, or is no path that every system can write. */
export const isOutside = (path: string): boolean =>
  path.startsWith('/') ||
  path.length > 300 ||
  /[:*?"<>|\p{Cc}]/u.test(path) ||
  path.split('/').some((step) => step === '..')

/** What packers add of themselves. */
const isNoise = (path: string): boolean =>
  path.endsWith('/') || /(^|\/)(__MACOSX\/|\.[^/]|Thumbs\.db$|desktop\.ini$|~\$)/i.test(path)

function entriesOf(packed: Uint8Array): Entry[] {
  const entries: Entry[] = []
  unzipSync(packed, {
    filter: ({ name, originalSize, size }) => {
      entries.push({ name, path: pathOf(name), size: originalSize, packed: size })
      return false
    },
  })
  return entries
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)

function findingsOf(entries: readonly Entry[], limits: ArchiveLimits): Finding[] {
  const outside = entries.filter(({ path }) => isOutside(path))
  const findings = outside
    .slice(0, 20)
    .map(({ path }) => finding('archive-path-outside', {}, { path: path.slice(0, 200) }))
  if (entries.length > limits.files)
    findings.push(
      finding('archive-too-many-files', {}, { files: entries.length, most: limits.files }),
    )
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const ratio = Math.round(
    total /
      Math.max(
        1,
        entries.reduce((sum, e) => sum + e.packed, 0),
      ),
  )
  if (total > limits.bytes)
    findings.push(
      finding('archive-too-large', {}, { size: megabytes(total), most: megabytes(limits.bytes) }),
    )
  if (total > smallBytes && ratio > limits.ratio)
    findings.push(finding('archive-too-packed', {}, { ratio, most: limits.ratio }))
  return findings
}

/** What stands in the way of unpacking an archive, by its directory alone: nothing is unpacked. */
export function checkArchive(
  packed: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): { entries: Entry[]; findings: Finding[] } {
  try {
    const entries = entriesOf(packed)
    return { entries, findings: findingsOf(entries, limits) }
  } catch (error) {
    const reason = (error as Error).message
    return { entries: [], findings: [finding('archive-unreadable', {}, { reason })] }
  }
}

/** Unpacks an archive that passes `checkArchive`; paths are of the archive, without what packers add. */
export function unpackArchive(
  packed: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): { files: ArchiveFile[]; findings: Finding[] } {
  const { entries, findings } = checkArchive(packed, limits)
  if (findings.length > 0) return { files: [], findings }
  const wanted = new Map(entries.filter((e) => !isNoise(e.path)).map((e) => [e.name, e.path]))
  try {
    const unpacked = unzipSync(packed, { filter: ({ name }) => wanted.has(name) })
    const files = Object.entries(unpacked).map(([name, bytes]) => ({
      path: wanted.get(name)!,
      bytes,
    }))
    return { files, findings }
  } catch (error) {
    const reason = (error as Error).message
    return { files: [], findings: [finding('archive-unreadable', {}, { reason })] }
  }
}
