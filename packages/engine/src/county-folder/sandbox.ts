import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'

/** What the program itself wrote, or holds while it works: no part of a county's data. */
const ownFolders = ['.kuashan', 'results']

/**
 * Copies a county folder to a new place to try things in: all its data, nothing of what was worked out from them. The
 * live folder is only read. A place that holds something already is refused.
 */
export async function makeSandbox(dir: string, copy: string): Promise<Finding[]> {
  if (existsSync(copy) && (await readdir(copy)).length > 0)
    return [finding('sandbox-not-empty', {}, { folder: copy })]
  await mkdir(copy, { recursive: true })
  await cp(dir, copy, {
    recursive: true,
    filter: (path) => !ownFolders.includes(relative(dir, path).split(/[\\/]/)[0] ?? ''),
  })
  return []
}

/** SHA-256 of all data files of a county folder by name and content: equal where nothing was touched. */
export async function folderHash(dir: string): Promise<string> {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .filter((name) => !ownFolders.includes(name.split(/[\\/]/)[0] ?? ''))
    .sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\n`).update(await readFile(join(dir, name)))
  return hash.digest('hex')
}
