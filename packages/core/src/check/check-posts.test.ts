import { describe, expect, test } from 'vitest'
import { explainFinding } from '../words/explain-finding.ts'
import { checkPlan } from './check-plan.ts'
import { type SmallCase, smallCase } from './small-county.fixture.ts'

const found = (change: (c: SmallCase) => unknown) => {
  const c = smallCase()
  c.county.settings.posts = { carer: 1 }
  change(c)
  return checkPlan(c).findings
}
const codes = (change: (c: SmallCase) => unknown) => found(change).map((f) => f.code)
const site = (c: SmallCase) => c.plan.sites.find((s) => s.facility === 'S1')!
const person = (c: SmallCase, id: string) => c.county.staff.find((s) => s.id === id)!
const carerAt = (c: SmallCase, employer: string, more = {}) =>
  c.county.staff.push({
    ...person(c, 'H1-nurse'),
    id: `carer-${employer}`,
    post: 'carer',
    employer,
    ...more,
  })

describe('posts filled are no more than those authorised', () => {
  test('one free post is enough for 500 hours a year, and no more than one is there', () => {
    expect(codes(() => undefined)).toEqual([])
    expect(codes((c) => (c.county.settings.posts = { carer: 0 }))).toEqual(['posts-overfilled'])
    expect(codes((c) => carerAt(c, 'O2'))).toContain('posts-overfilled')
  })
  test('a row without hours and a post that ended before the horizon fill none', () => {
    const none = ['staff-hours-short-today']
    expect(codes((c) => carerAt(c, 'O2', { weeklyHours: 0 }))).toEqual(none)
    expect(codes((c) => carerAt(c, 'O2', { retiresOn: '2026-02-01' }))).toEqual(none)
  })
  test('too many already today is a warning, not the plan’s fault', () => {
    const seen = found((c) => (c.county.settings.posts = { carer: 1, nurse: 0 }))
    expect(seen.map((f) => [f.code, f.severity])).toEqual([['posts-overfilled-today', 'warning']])
  })
  test('a post gives 40 hours a week', () => {
    const long = (posts: number) => (c: SmallCase) => {
      c.county.settings.posts = { carer: 5 }
      const s1 = c.county.facilities.find((f) => f.id === 'S1')!
      s1.conversions[0]!.staffHoursYear = 4_000
      site(c).staffHoursYear = 4_000
      site(c).staff = { by: 'posts', post: 'carer', posts }
    }
    expect(codes(long(1))).toContain('site-staff-wrong')
    expect(codes(long(2))).not.toContain('site-staff-wrong')
  })
  test('the post is the one that the site takes, and it is said who works there', () => {
    expect(codes((c) => (site(c).staff = { by: 'posts', post: 'clerk', posts: 1 }))).toEqual([
      'site-staff-wrong',
    ])
    expect(codes((c) => delete site(c).staff)).toEqual(['site-without-staff'])
  })
  test('posts that are not stated are named, not judged', () => {
    const seen = found((c) => {
      delete c.county.settings.posts
      delete site(c).staff
    })
    expect(seen.map((f) => [f.code, f.severity])).toEqual([['posts-not-stated', 'note']])
    expect(explainFinding(seen[0]!, 'zh').what).toContain('护理员')
    expect(explainFinding(seen[0]!, 'en').what).toContain('carer')
  })
})

describe('a moved hour is counted once, at its home', () => {
  const moved = (c: SmallCase, more = {}) => {
    carerAt(c, 'O2', more)
    site(c).staff = { by: 'moved', post: 'carer', from: 'O2' }
  }
  test('43 of the 500 hours fall in the month; 163 are left at O2', () => {
    expect(codes((c) => moved(c))).toEqual([])
    expect(codes((c) => moved(c, { weeklyHours: 10 }))).toEqual(['staff-hours-overspent'])
  })
  test('nobody moves whom a licence binds, nor a post of another kind', () => {
    expect(codes((c) => moved(c, { licencePlace: 'O2' }))).toEqual(['staff-may-not-move'])
    expect(codes((c) => moved(c, { post: 'clerk' }))).toContain('staff-may-not-move')
  })
})

describe('a plan tampered with is refused', () => {
  const alsoDayCare = (c: SmallCase) =>
    c.plan.sites.push({
      ...site(c),
      ...{ facility: 'P1', action: 'build', toKind: 'dayCare' },
      staff: { by: 'moved', post: 'carer', from: 'O2' },
    })
  test('two new sites do not both take the same hours', () => {
    const moved = (c: SmallCase) => {
      carerAt(c, 'O2', { weeklyHours: 18 })
      site(c).staff = { by: 'moved', post: 'carer', from: 'O2' }
    }
    expect(codes(moved)).toEqual([])
    const both = codes((c) => {
      moved(c)
      alsoDayCare(c)
    })
    expect(both).toEqual(expect.arrayContaining(['staff-may-not-move', 'staff-hours-overspent']))
  })
  test('two new sites do not fill the same post', () => {
    const both = codes((c) => {
      alsoDayCare(c)
      c.plan.sites.at(-1)!.staff = { by: 'posts', post: 'carer', posts: 1 }
    })
    expect(both).toContain('posts-overfilled')
  })
  test('nobody moves from a building that lists no such staff', () => {
    for (const from of ['H1', 'O2', 'nowhere'])
      expect(codes((c) => (site(c).staff = { by: 'moved', post: 'carer', from }))).toContain(
        'staff-may-not-move',
      )
  })
  test('a building kept sheds no hours by posts that it does not fill', () => {
    const shed = codes((c) => {
      const kept = c.plan.sites.find((s) => s.facility === 'H1')!
      kept.staffHoursYear = 5_000
      kept.staff = { by: 'posts', post: 'carer', posts: 1 }
    })
    expect(shed).toContain('site-figures-wrong')
  })
})

describe('a licensed post serves only from the place of its licence', () => {
  test('its hours count there, wherever it is employed', () => {
    const seen = codes((c) => {
      for (const s of c.county.staff) s.licencePlace = 'O2'
    })
    expect(seen).toEqual(['staff-not-listed'])
  })
  test('a rota elsewhere is named and lends nothing', () => {
    const lent = (licencePlace: string | undefined) => (c: SmallCase) => {
      const nurse = person(c, 'H1-nurse')
      nurse.employer = 'O2'
      nurse.weeklyHours = 80
      if (licencePlace !== undefined) nurse.licencePlace = licencePlace
      c.county.baseline.rotas = [{ staff: 'H1-nurse', place: 'V1', weekday: 3, hours: 40 }]
    }
    expect(codes(lent(undefined))).toEqual([])
    expect(codes(lent('O2'))).toEqual(
      expect.arrayContaining(['licence-elsewhere', 'staff-hours-overspent']),
    )
  })
})
