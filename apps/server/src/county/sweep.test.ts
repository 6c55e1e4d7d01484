import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepMade, madeFolder, madeKeptMs, readMade } from './made-files.ts'
import { sweep } from './sweep.ts'
import { uploadKeptMs, uploadsFolder } from './uploads.ts'

test('what has been kept long enough is taken away, in every county', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'sweep-'))
  const now = Date.now()
  const age = (path: string, ms: number) => utimes(path, new Date(now), new Date(now - ms))
  for (const county of ['331199000000', '331198000000']) {
    const made = madeFolder(cache, county)
    await keepMade(made, 'old', '山')
    await age(join(made, 'old'), madeKeptMs + 1000)
    await keepMade(made, 'new', '水')
    const uploads = uploadsFolder(cache, county)
    await mkdir(join(uploads, 'sent'), { recursive: true })
    await writeFile(join(uploads, 'sent', '0'), '')
    await age(join(uploads, 'sent'), uploadKeptMs + 1000)
    expect(await readMade(made, 'old', now)).toBeNull()
  }
  await sweep(cache, now)
  for (const county of ['331199000000', '331198000000']) {
    const made = madeFolder(cache, county)
    expect(await readdir(made)).toEqual(['new'])
    expect(String(await readMade(made, 'new', now))).toBe('水')
    expect(await readdir(uploadsFolder(cache, county))).toEqual([])
  }
  await rm(cache, { recursive: true })
})
