import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { threeValleys } from '@kuashan/core/demo/three-valleys.ts'
import { compare } from '@kuashan/core/planner/compare/compare.ts'
import { sideOf, todayOf } from '@kuashan/core/planner/compare/side.ts'
import { describe, expect, it } from 'vitest'
import { compareHtml } from './compare-page.ts'

const table = { from: [], to: [], p50: new Int32Array(), p90: new Int32Array() }
const empty = {
  ...table,
  roadMetres: new Int32Array(),
  walkMetres: new Int32Array(),
  fromSnap: new Int32Array(),
  toSnap: new Int32Array(),
}
const walks = {
  from: [],
  to: [],
  offsets: Uint32Array.of(0),
  target: new Uint32Array(),
  seconds: new Int32Array(),
  metres: new Int32Array(),
}
const base = { season: 'base', resident: empty, walkToStops: walks, walkToFacilities: walks }
const travel = { base: { ...base, vehicle: {} }, seasons: [] }

describe('the page of a comparison', () => {
  const input = threeValleys(startingCatalogue())
  const side = (nameZh: string, nameEn: string) =>
    sideOf({ id: nameEn, nameZh, nameEn, input, travel, plan: null, capitalOfChanges: {} })
  const [a, b] = [side('甲<案>', 'First'), side('乙案', 'Second')]
  const today = todayOf({ input, travel })
  const page = compareHtml({ comparison: compare(a, b, today), a, b })

  it('stands in both languages, with names escaped and nothing changed between equals', () => {
    expect(page).toContain('甲&lt;案&gt; → 乙案')
    expect(page).toContain('First → Second')
    expect(page).toContain('Worse: 0')
    expect(page).not.toContain('−0')
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
  })

  it('shows today beside two sides, and not twice where one of them is today', () => {
    expect(page).toContain('<th scope="col" class="n">现状</th>')
    const one = compareHtml({ comparison: compare(today, b, today), a: today, b })
    expect(one.match(/<th scope="col" class="n">现状<\/th>/g)).toHaveLength(
      one.match(/<th scope="col" class="n">乙案<\/th>/g)!.length,
    )
  })

  it('says beside the costs whom only one side serves', () => {
    const [first, ...others] = b.measurement.cells.filter((c) => c.people > 0)
    const more = {
      ...b,
      measurement: { ...b.measurement, cells: [{ ...first!, met: true }, ...others] },
    }
    const comparison = compare(a, more, today)
    expect(comparison.coverage).toEqual({ both: 0, onlyA: 0, onlyB: first!.people })
    expect(comparison.today.met).toBe(0)
    const unlike = compareHtml({ comparison, a, b: more })
    expect(unlike).toContain('The costs do not buy the same.')
    expect(unlike).toContain('费用买到的不是同样的服务')
    expect(page).not.toContain('The costs do not buy the same.')
  })
})
