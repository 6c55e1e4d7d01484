import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { tableOfFile } from '@kuashan/engine/county-folder/table-files.ts'
import { checkArchive, isOutside, unpackArchive } from '@kuashan/engine/files/archive.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { Refused, refused } from '@kuashan/store/database/refused.ts'
import type { Upload } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { FolderPart } from './folder-parts.ts'

/** What a county folder is made of. */
const kinds = new Set(
  '.zip .csv .tsv .txt .xlsx .yaml .yml .json .geojson .osm .pbf .tif .tiff'.split(' '),
)
const isZip = (name: string): boolean => extname(name).toLowerCase() === '.zip'
/** How long an upload waits for its job, or for being tried again. */
export const uploadKeptMs = 24 * 3600 * 1000

/** Refuses what is no part of a county folder, and archives that must not be unpacked; nothing is unpacked here. */
export function checkUploads(files: readonly Upload[]): void {
  if (files.length === 0) throw new NotAnswered([finding('upload-empty', {})])
  const findings = files.flatMap(({ name, bytes }) => {
    const file = name.slice(0, 200)
    if (isOutside(name) || Buffer.byteLength(name) > 255)
      return [finding('archive-path-outside', { file }, { path: file })]
    if (!kinds.has(extname(name).toLowerCase()))
      return [finding('call-file-refused', { file }, { name: file, reason: extname(name) || '?' })]
    if (bytes.length === 0) return [finding('upload-empty', { file })]
    const found = isZip(name) ? checkArchive(bytes).findings : []
    return found.map((f) => ({ ...f, at: { ...f.at, file } }))
  })
  if (findings.length > 0) throw new NotAnswered(findings)
}

/** Uploads of a county wait here, by number, until they are imported; a day later they are gone. */
export const uploadsFolder = (cache: string, county: string): string =>
  join(cache, 'uploads', county)

/**
 * Keeps files for the job that imports them, which `ask` asks for by the upload's id; where either fails nothing stays.
 * Names are kept by the job, never on the disk.
 */
export async function keepUpload<T>(
  folder: string,
  files: readonly Upload[],
  ask: (upload: string) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true })
  const id = newId()
  const kept = join(folder, id)
  try {
    await mkdir(kept)
    for (const [k, { bytes }] of files.entries()) await writeFile(join(kept, `${k}`), bytes)
    return await ask(id)
  } catch (error) {
    await rm(kept, { recursive: true, force: true })
    throw error
  }
}

/** Every file of an upload, archives unpacked. Refused where it is gone, or an archive does not unpack. */
export async function readUpload(
  folder: string,
  upload: string,
  names: readonly string[],
): Promise<FolderPart[]> {
  const parts: FolderPart[] = []
  for (const [k, name] of names.entries()) {
    const bytes = await readFile(join(folder, upload, `${k}`)).catch(() => null)
    if (!bytes) throw refused('upload-gone')
    if (!isZip(name)) {
      parts.push({ part: name, bytes })
      continue
    }
    const { files, findings } = unpackArchive(bytes)
    if (findings[0]) throw new Refused(findings[0])
    parts.push(...files.map(({ path, bytes: unpacked }) => ({ part: path, bytes: unpacked })))
  }
  return parts
}

/** The folder that holds `county.yaml`, nearest to the top; null where single tables were sent. */
function rootOf(parts: readonly FolderPart[]): string | null {
  const roots = parts
    .filter(({ part }) => /(^|\/)county\.yaml$/.test(part))
    .map(({ part }) => part.slice(0, -'county.yaml'.length))
    .sort((a, b) => a.length - b.length)
  return roots[0] ?? null
}

/** Whether an uploaded file stands in the place of one that is there: same name, or the same table under another name. */
const replaces = (sent: FolderPart, there: FolderPart): boolean => {
  const table = tableOfFile(sent.part)
  return sent.part === there.part || (table !== null && table === tableOfFile(there.part))
}

/** What was sent as a county folder: whole where it holds `county.yaml` and more, otherwise laid over the data in force. */
export function layUpload(
  sent: readonly FolderPart[],
  inForce: readonly FolderPart[],
): FolderPart[] {
  const root = rootOf(sent)
  // Settings alone change the settings of what is there.
  if (root !== null && (sent.length > 1 || inForce.length === 0))
    return sent
      .filter(({ part }) => part.startsWith(root))
      .map(({ part, bytes }) => ({ part: part.slice(root.length), bytes }))
  const kept = inForce.filter((there) => !sent.some((one) => replaces(one, there)))
  return [...kept, ...sent]
}
