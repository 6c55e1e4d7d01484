import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkArchive, unpackArchive } from './archive.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const codesOf = (packed: Uint8Array) => checkArchive(packed).findings.map((f) => f.code)

describe('an archive', () => {
  test('gives its files by path, without what packers add', () => {
    const packed = zipSync({
      '三谷/county.yaml': text('code: 1'),
      'a/today/rotas.csv': text('x'),
      '__MACOSX/a/._county.yaml': text('x'),
      'a/.DS_Store': text('x'),
    })
    const { files, findings } = unpackArchive(packed)
    expect(findings).toEqual([])
    expect(files.map((f) => f.path)).toEqual(['三谷/county.yaml', 'a/today/rotas.csv'])
    expect(new TextDecoder().decode(files[0]!.bytes)).toBe('code: 1')
  })

  test('of an old Windows with names in GB 18030 is understood', () => {
    const packed = zipSync({ 'xxxx.csv': text('x') })
    // “村庄” in GB 18030, in the local header and in the directory.
    const bytes = [0xb4, 0xe5, 0xd7, 0xaf]
    for (let at = 0; at < packed.length; at++)
      if (packed.subarray(at, at + 4).every((b) => b === 0x78)) packed.set(bytes, at)
    expect(unpackArchive(packed).files.map((f) => f.path)).toEqual(['村庄.csv'])
  })

  test.each(['../x.csv', '/etc/passwd', 'a/../../x', 'C:\\x.csv', '..\\x', 'a\u0000b'])(
    'with the path %j is refused',
    (path) => {
      expect(codesOf(zipSync({ [path]: text('x') }))).toEqual(['archive-path-outside'])
      expect(unpackArchive(zipSync({ [path]: text('x') })).files).toEqual([])
    },
  )

  test('that unpacks to far more than it is, or to too much, is refused by its directory', () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(5_000_000) })
    expect(codesOf(bomb)).toEqual(['archive-too-packed'])
    const limits = { bytes: 1_000_000, files: 1, ratio: 1e6 }
    const many = zipSync({ 'a.csv': new Uint8Array(2_000_000), 'b.csv': text('x') })
    expect(checkArchive(many, limits).findings.map((f) => f.code)).toEqual([
      'archive-too-many-files',
      'archive-too-large',
    ])
  })

  test('whose directory lies about a size never unpacks to more than it says', () => {
    const packed = zipSync({ 'a.csv': text('0123456789') }, { level: 9 })
    const view = new DataView(packed.buffer)
    const directory = packed.findLastIndex(
      (_, at) => at + 4 <= packed.length && view.getUint32(at, true) === 0x02014b50,
    )
    view.setUint32(directory + 24, 4, true)
    const { files } = unpackArchive(packed)
    expect(files.every((f) => f.bytes.length <= 4)).toBe(true)
  })

  test('that is none is refused', () => {
    expect(codesOf(text('name,x\n'))).toEqual(['archive-unreadable'])
  })
})
