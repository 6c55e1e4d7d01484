import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { Properties } from '@kuashan/core/territory/import/road-attributes.ts'
import { read } from 'shapefile'
import { systemOfWkt } from './projections.ts'
import { linesOf, type RoadLayer } from './road-layer.ts'
import type { Statement } from './settle-coordinates.ts'

const optional = async (path: string): Promise<Buffer | null> => readFile(path).catch(() => null)

/** A file beside the `.shp`, whatever the case of its ending. */
const beside = async (shp: string, ending: string): Promise<Buffer | null> =>
  (await optional(shp.replace(/\.shp$/i, `.${ending}`))) ??
  optional(shp.replace(/\.shp$/i, `.${ending.toUpperCase()}`))

/** dBASE language driver ids of simplified Chinese. */
const chineseDrivers = new Set([0x4d, 0x7a])

/** The encoding of a table's text: its `.cpg`, its language driver id, else UTF-8 if it is valid and GB18030 if not. */
function dbfEncoding(dbf: Uint8Array, cpg: string | null): string {
  const said = cpg?.trim().toLowerCase() ?? ''
  if (/^(utf-?8|65001)$/.test(said)) return 'utf-8'
  if (/^(gbk|gb2312|gb18030|cp936|ansi ?936|936)$/.test(said)) return 'gb18030'
  if (chineseDrivers.has(dbf[29] ?? 0)) return 'gb18030'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(fieldNamesAndRows(dbf))
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** The text of a table: field names without the binary of their descriptors, then the rows. */
function fieldNamesAndRows(dbf: Uint8Array): Uint8Array {
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength)
  const header = dbf.length > 10 ? view.getUint16(8, true) : 0
  const names: Uint8Array[] = []
  for (let at = 32; at + 32 < header; at += 32) {
    const name = dbf.subarray(at, at + 11)
    const end = name.indexOf(0)
    names.push(name.subarray(0, end < 0 ? 11 : end))
  }
  return Buffer.concat([...names, dbf.subarray(header)])
}

/** Roads of a Shapefile with what stands beside it: `.dbf` attributes, `.prj` system, `.cpg` encoding. */
export async function readRoadShapefile(path: string): Promise<RoadLayer> {
  const at = { file: basename(path) }
  const [shp, dbf, prj, cpg] = await Promise.all([
    readFile(path),
    beside(path, 'dbf'),
    beside(path, 'prj'),
    beside(path, 'cpg'),
  ])
  const stated = statementOf(prj)
  // The header counts 16-bit words. The reader stops quietly at a cut; a network must not.
  const expected = shp.length >= 100 ? shp.readInt32BE(24) * 2 : 100
  if (shp.length < expected) {
    const findings = [finding('roads-cut-short', at, { expected, actual: shp.length })]
    return { lines: [], stated, findings }
  }
  const findings: Finding[] = []
  try {
    const encoding = dbf ? dbfEncoding(dbf, cpg?.toString('latin1') ?? null) : 'utf-8'
    const { features } = await read(shp, dbf ?? undefined, { encoding })
    const lines = features.flatMap((f) => linesOf(f.geometry, (f.properties ?? {}) as Properties))
    return { lines, stated, findings }
  } catch (error) {
    // The reader throws on what is no Shapefile: data, not a bug.
    findings.push(finding('roads-unreadable', at, { reason: (error as Error).message }))
    return { lines: [], stated, findings }
  }
}

function statementOf(prj: Buffer | null): Statement {
  const wkt = prj?.toString('utf8') ?? ''
  if (wkt.trim() === '') return { kind: 'none' }
  return systemOfWkt(wkt) ?? { kind: 'unknown', text: wkt.slice(0, 80) }
}
