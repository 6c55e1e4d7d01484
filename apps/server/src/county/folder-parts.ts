import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { isRegisterFile } from '@kuashan/engine/county-folder/register-files.ts'

/** A file of a county folder, by its path in it, with `/`. */
export interface FolderPart {
  part: string
  bytes: Uint8Array
}

/** All files of a county folder but results, registers of people, and what begins with a dot. */
export async function readParts(folder: string): Promise<FolderPart[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(
      (part) => !/(^|\/)\./.test(part) && !part.startsWith('results/') && !isRegisterFile(part),
    )
    .sort()
  return Promise.all(
    paths.map(async (part) => ({ part, bytes: await readFile(join(folder, part)) })),
  )
}

/** Lays parts out as a folder again. Parts come from a revision, where no path leads out of the folder. */
export async function writeParts(folder: string, parts: readonly FolderPart[]): Promise<void> {
  for (const { part, bytes } of parts) {
    const path = join(folder, part)
    if (relative(folder, path).startsWith('..')) throw new Error(`${part} leads out of its folder`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
}
