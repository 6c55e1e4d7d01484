import { type FileHandle, open } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import type { OsmElement } from '@kuashan/core/territory/import/osm-element.ts'
import { parse } from 'osm-pbf-parser-node'

/** Why a file could not be read to its end. */
export interface PbfTrouble {
  reason: 'truncated' | 'unreadable'
  byte: number
  detail: string
}

/** The format's own limits: a header ≤ 64 KiB, a block ≤ 32 MiB. */
const MAX_HEADER = 64 * 1024
const MAX_BLOB = 32 * 1024 * 1024

/** Fields of a flat protobuf message by number: varints as numbers, the rest as bytes. */
function fields(bytes: Buffer): Map<number, number | Buffer> {
  const found = new Map<number, number | Buffer>()
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('a number runs over the end')
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    if ((key & 7) === 0) found.set(key >> 3, varint())
    else if ((key & 7) === 2) {
      const length = varint()
      found.set(key >> 3, bytes.subarray(at, at + length))
      at += length
    } else throw new RangeError(`wire type ${key & 7}`)
  }
  return found
}

function inflated(blob: Buffer): Buffer {
  const parts = fields(blob)
  const raw = parts.get(1)
  if (raw instanceof Buffer) return raw
  const zlib = parts.get(3)
  if (zlib instanceof Buffer) return inflateSync(zlib)
  throw new RangeError('a block is compressed otherwise than by zlib')
}

async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer | null> {
  const buffer = Buffer.allocUnsafe(length)
  const { bytesRead } = await handle.read(buffer, 0, length, from)
  return bytesRead === length ? buffer : null
}

/**
 * Calls `visit` with the elements of every data block from byte `from` on, in file order; returns what stopped it
 * before the end, or null. One block is in memory at a time. The library decodes blocks; the framing is read here
 * because its own stream throws past its caller on a file that breaks off.
 * Source: OSM wiki, PBF Format.
 */
export async function readPbfBlocks(
  path: string,
  visit: (elements: OsmElement[], offset: number) => void,
  from = 0,
): Promise<PbfTrouble | null> {
  const handle = await open(path)
  let at = from
  try {
    const { size } = await handle.stat()
    if (size === 0) return { reason: 'unreadable', byte: 0, detail: 'the file is empty' }
    while (at < size) {
      const next = await frame(handle, at)
      if ('reason' in next) return next
      if (next.type === 'OSMData') visit(decode(next.blob), at)
      at = next.end
    }
    return null
  } catch (error) {
    // The decoder throws on damaged bytes: data, not a bug.
    return { reason: 'unreadable', byte: at, detail: (error as Error).message }
  } finally {
    await handle.close()
  }
}

const decode = (blob: Buffer): OsmElement[] => parse(inflated(blob), {}) as OsmElement[]

async function frame(
  handle: FileHandle,
  at: number,
): Promise<PbfTrouble | { type: string; blob: Buffer; end: number }> {
  const truncated: PbfTrouble = { reason: 'truncated', byte: at, detail: '' }
  const length = (await bytesAt(handle, at, 4))?.readUInt32BE(0)
  if (length === undefined) return truncated
  const strange = {
    reason: 'unreadable' as const,
    byte: at,
    detail: 'no PBF block where one must be',
  }
  if (length === 0 || length > MAX_HEADER) return strange
  const header = await bytesAt(handle, at + 4, length)
  if (!header) return truncated
  const parts = fields(header)
  const type = parts.get(1)
  const size = parts.get(3)
  if (!(type instanceof Buffer) || typeof size !== 'number' || size > MAX_BLOB) return strange
  const blob = await bytesAt(handle, at + 4 + length, size)
  if (!blob) return truncated
  return { type: type.toString(), blob, end: at + 4 + length + size }
}
