import { coverageOfAll } from '@kuashan/core/access/coverage.ts'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { EqualRow } from '@kuashan/core/plan/equal-coverage.ts'
import { compareEqualCoverage } from '@kuashan/engine/planning/compare-equal-coverage.ts'
import { measureBoth, reportPage } from '@kuashan/server/files/measured-plan.ts'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'
import { input, travel } from './three-valleys.fixture.ts'

const capital = ({ figures }: EqualRow) => Object.values(figures.capitalFen)

describe('three valleys at equal coverage (A56)', async () => {
  const made = await planned({ ...input, travel }, 1000)
  const { signal } = new AbortController()
  const equalCoverage = await compareEqualCoverage(input, travel, made, signal)
  const plan = { ...made, equalCoverage }
  const row = (way: EqualRow['way']) => equalCoverage.rows.find((r) => r.way === way)!
  const job = {
    input,
    travel,
    plan,
    checked: checkPlan({ ...input, travel, plan }),
    importFindings: [],
  }
  const measured = measureBoth(job)

  it('the plan costs no more than today, all-fixed and all-mobile for the same needs (A56)', () => {
    for (const { joint, figures } of equalCoverage.rows)
      expect(joint.figures.value).toBeLessThanOrEqual(figures.value)
  })

  it('needs are those that measuring finds met, today and planned (A56)', () => {
    const people = (cells: (typeof measured)['today']['cells']) => coverageOfAll(cells).met
    expect(equalCoverage.needs).toEqual({ met: 28, all: 28 })
    expect(equalCoverage.people.met).toBeCloseTo(people(measured.planned.cells), 6)
    expect(row('today').people).toBeCloseTo(people(measured.today.cells), 6)
    expect(row('today').notCovered).toEqual([{ service: 'MED-01', needs: 4, people: 200 }])
  })

  it('today extended reaches everybody on tours of its own; all-fixed builds and still leaves two places out (A56)', () => {
    expect(row('today-extended')).toMatchObject({ needs: 28, notCovered: [] })
    expect(row('today-extended').figures.daysOut).toBeGreaterThan(row('today').figures.daysOut)
    expect(row('all-fixed').figures).toMatchObject({ daysOut: 0, newSites: 1 })
    expect(capital(row('all-fixed'))).toEqual([10_000_000])
    expect(row('all-fixed').notCovered).toMatchObject([{ service: 'MED-01', needs: 2 }])
    expect(row('all-fixed').joint.from).toBe('search')
    expect(row('all-mobile').joint.from).toBe('plan')
  })

  it.each([
    [
      'zh' as const,
      ['同等覆盖下的费用', '今天的办法，加到同样多：双方都满足 28 项需要', '全靠固定'],
    ],
    [
      'en' as const,
      ['Cost at equal coverage', 'Today, extended: 28 needs met by both', 'All fixed'],
    ],
  ])('the report shows the table: %s (A56)', (language, texts) => {
    const page = reportPage(job, measured, language)
    for (const text of texts) expect(page).toContain(text)
    const without = reportPage({ ...job, plan: made }, measured, language)
    expect(without).not.toContain(texts[0])
  })
})
