import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LocationKind } from '../../../plan/location.ts'
import { readLocation } from './read-location.ts'

const codes = (text: string, kind: LocationKind, format?: string) =>
  readLocation(text, 'file.txt', { kind, format }).findings.map(({ code, at }) => [code, at.row])

describe('layouts', () => {
  it('reads a network for p-median: a later edge replaces an earlier one, ways are shortest', () => {
    const { instance } = readLocation('3 4 1\n1 2 1\n2 3 4\n1 3 9\n1 2 3\n', 'a/pm.txt', {
      kind: 'p-median',
    })
    expect(instance).toMatchObject({ name: 'pm', p: 1, sites: [1, 2, 3] })
    expect([...instance!.pairs!]).toEqual([0, 3, 7, 3, 0, 4, 7, 4, 0])
  })

  it('reads costs of a site by row or by column, and sites first or last', () => {
    const holmberg = '2 3\n9 5\n8 6\n1 2 3\n10 11 12\n20 21 22\n'
    const delmaire = '3 2\n10 20\n11 21\n12 22\n1 2 3\n5 6\n9 8\n'
    const warehouses = '2 3\n9 5\n8 6\n1 10 20\n2 11 21\n3 12 22\n'
    const [a, b] = [holmberg, delmaire].map(
      (text) => readLocation(text, 'x.txt', { kind: 'sscflp' }).instance,
    )
    const c = readLocation(warehouses, 'x.txt', { kind: 'cwl' }).instance
    for (const instance of [a, b, c])
      expect(instance).toMatchObject({
        demand: Float64Array.of(1, 2, 3),
        fixed: Float64Array.of(5, 6),
        capacity: Float64Array.of(9, 8),
        pairs: Float64Array.of(10, 20, 11, 21, 12, 22),
      })
  })

  it('rounds the distances of pmedcap down and leaves the others as they are', () => {
    const down = readLocation('1 9\n2 1 5\n1 0 0 1\n2 1 1 1\n', 'x', { kind: 'cpmp' }).instance
    const float = readLocation('2 1\n0 0 5 1\n1 1 5 1\n', 'x', { kind: 'cpmp' }).instance
    expect(down?.pairs?.[1]).toBe(1)
    expect(float?.pairs?.[1]).toBe(Math.SQRT2)
  })

  it('asks for the capacity that capa leaves open', () => {
    const text = '1 1\ncapacity 5\n2 7\n'
    expect(codes(text, 'cwl')).toEqual([['siting-capacity-missing', 2]])
    const { instance } = readLocation(text, 'x', { kind: 'cwl', capacity: 4 })
    expect(instance?.capacity?.[0]).toBe(4)
  })
})

describe('broken files are findings with their line', () => {
  it.each<[string, LocationKind, string, [string, number]]>([
    ['a word for a number', 'p-median', '2 1 1\n1 two 3\n', ['instance-not-a-number', 2]],
    ['a vertex that is not there', 'p-median', '2 1 1\n1 5 3\n', ['instance-outside', 2]],
    ['more sites than vertices', 'p-median', '2 1 7\n1 2 3\n', ['instance-outside', 1]],
    ['a file cut short', 'cwl', '2 3\n9 5\n8 6\n1 10 20\n', ['instance-count-differs', 4]],
    ['a negative demand', 'sscflp', '1 1\n9 5\n-2\n7\n', ['instance-negative', 3]],
    ['a column that is not there', 'scp', '1 2\n1 1\n1 3\n', ['instance-outside', 3]],
    ['numbers left over', 'scp', '1 2\n1 1\n1 2\n9\n', ['instance-count-differs', 4]],
    ['a line of no known kind', 'mclp', '1 1\nF 0 1 1 1\nX 0 1 1 1\n', ['instance-kind-other', 3]],
  ])('%s', (_, kind, text, wanted) => {
    const { instance, findings } = readLocation(text, 'f.txt', { kind })
    expect(instance).toBeNull()
    expect(findings.map(({ code, at }) => [code, at.row])).toContainEqual(wanted)
  })

  it('a text of no known form', () => {
    expect(codes('hello', 'p-median')).toEqual([['instance-format-unknown', undefined]])
    expect(codes('{', 'mclp')).toEqual([['instance-not-a-number', undefined]])
  })
})

const shared = new URL('../../../../../../../shared/bench/', import.meta.url)
const families: [folder: string, kind: LocationKind, clients: number, sites: number][] = [
  ['pmed', 'p-median', 100, 100],
  ['pmedian_tsplib', 'p-median', 1060, 1060],
  ['cpmp/pmedcap', 'cpmp', 50, 50],
  ['cpmp/stefanello', 'cpmp', 318, 318],
  ['cwl', 'cwl', 50, 16],
  ['sscflp/delmaire', 'sscflp', 20, 10],
  ['sscflp/holmberg', 'sscflp', 50, 10],
  ['sscflp/orlib', 'sscflp', 50, 16],
  ['scp', 'scp', 200, 1000],
  ['mclp', 'mclp', 324, 324],
  ['location_sf', 'mclp', 205, 16],
]

describe.skipIf(!existsSync(shared))('published files (needs ../shared)', () => {
  it.each(families)('%s is told by its form and read whole', (folder, kind, clients, sites) => {
    const there = new URL(`${folder}/`, shared)
    const files = readdirSync(there).filter(
      (name) => /\.(txt|tsp|json)$/.test(name) && !/bks|opt\.txt|README/.test(name),
    )
    // The smallest of each family: large ones are read by the benchmarks.
    const size = (name: string) => statSync(new URL(name, there)).size
    const small = files.sort((x, y) => size(x) - size(y)).slice(0, 3)
    expect(small.length).toBeGreaterThan(0)
    const sizes = small.map((name) => {
      const text = readFileSync(new URL(name, there), 'latin1')
      const { instance, findings } = readLocation(text, name, { kind, capacity: 8000 })
      expect([name, findings]).toEqual([name, []])
      return [instance?.clients.length, instance?.sites.length]
    })
    expect(sizes).toContainEqual([clients, sites])
  })
})
