import { routes } from '@kuashan/contract/routes.ts'
import type { Grant } from '@kuashan/contract/session.ts'
import { describe, expect, test } from 'vitest'
import {
  ended,
  filesForm,
  type Office,
  passwordOf,
  seatWith,
} from '../../apps/server/src/office.fixture.ts'
import { takeTo } from './published.fixture.ts'
import { sit } from './seats.fixture.ts'
import {
  chromiumPath,
  expectSound,
  languages,
  measureCounty,
  openWalk,
  planCounty,
  seats,
  settled,
  slow,
  tabTo,
  visit,
} from './walk.fixture.ts'

const area = '331199200'
const person = '蓝小山'
const clerk: Grant = { role: 'township', area, purposes: ['planning', 'delivery'] }
const inVillage = (role: Grant['role'], village: string): Grant => ({
  role,
  area: village,
  purposes: ['delivery'],
})

/** Registers somebody who lives in a village. */
async function register(office: Office, village: string): Promise<void> {
  const { county } = office
  const call = await seatWith(office, clerk)
  const row = `P1,${person},331199195203150015,${village},13800000000,独居`
  const form = filesForm({ 'people.csv': `编号,姓名,身份证号,村,电话,关爱标记\n${row}` })
  const given = { params: { county }, query: { keep: 'yes' }, form, why: '登记' } as const
  await ended(call, county, (await call(routes.people.import, given)).data.id)
}

describe.skipIf(!chromiumPath)('seats outside the county office (needs Chromium)', slow, () => {
  let plan: string
  /** A village of the township that a vehicle comes to, with its first day and its names, and one that nothing comes to. */
  let served: { code: string; date: string; zh: string; en: string }
  let unserved: string
  const walk = openWalk(async (office) => {
    const { county } = office
    await measureCounty(office)
    const planner = await office.as('planner')
    plan = await planCounty(office, 'V1')
    await takeTo(office, planner, plan, 'published')
    const params = { county, plan }
    const { data } = await planner(routes.villagePlans.days, { params, query: {} })
    const { data: hung } = await planner(routes.villagePlans.list, { params: { county } })
    const visited = new Map(data.map((one) => [one.village, one.date]))
    const here = hung[0]!.villages.find(
      (v) => v.village.startsWith(area) && visited.has(v.village),
    )!
    served = { code: here.village, date: visited.get(here.village)!, ...here.name }
    unserved = hung[0]!.villages.find(({ village }) => !visited.has(village))!.village
    await register(office, served.code)
  })
  const own = [...seats, person, '雷小云', '公开栏', '三谷县']

  test.each(languages)(
    '%s: a steward begins with what comes on which day, takes an objection down, and reads where nothing comes that nothing does',
    async (language) => {
      const made = await sit(walk, language, '/', inVillage('steward', served.code))
      const { page, t } = made
      await page.waitForURL('**/visits')
      await page.locator('tbody tr.ant-table-row').first().waitFor()
      const body = t({ zh: '来得太晚', en: 'It comes too late' })
      await tabTo(made, page.getByLabel(t({ zh: '村民怎么说', en: 'What the resident says' })))
      await page.keyboard.type(body)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('article').getByText(body).waitFor()
      await expectSound(made, own)
      await page.close()
      const other = await sit(walk, language, '/visits', inVillage('volunteer', unserved))
      await other.page.getByText(other.t({ zh: '没有车来', en: 'nothing comes' })).waitFor()
      expect(await other.page.locator('textarea').count()).toBe(0)
      await expectSound(other, own)
      await other.page.close()
    },
  )

  test.each(languages)(
    '%s: a township clerk is offered what is theirs: names for what lies beyond, and nothing that would be refused',
    async (language) => {
      const made = await sit(walk, language, '/plans', clerk)
      const { page, t } = made
      const refused: string[] = []
      page.on('response', (r) => r.status() >= 400 && refused.push(`${r.status()} ${r.url()}`))
      const links = await page.locator('nav a').all()
      const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
      expect(paths.join(' ')).toBe(
        '/today /territory /measure /concerns /plans /resources /people /reports /settings /help',
      )
      await page.goto(`${walk.address}/resources/facilities`)
      await page
        .getByText(t({ zh: '东一湾村', en: 'Dongyiwan Village' }))
        .first()
        .waitFor()
      await expectSound(made, own)
      await page.goto(`${walk.address}/resources`)
      const history = t({ zh: '更正记录', en: 'Corrections' })
      await page.getByRole('button', { name: history }).first().waitFor()
      await page.goto(`${walk.address}/territory?place=VC-1`)
      await page
        .getByText(t({ zh: '东一湾村', en: 'Dongyiwan Village' }))
        .first()
        .waitFor()
      expect(await page.getByRole('button', { name: history }).count()).toBe(0)
      await expectSound(made, own)
      await page.goto(`${walk.address}/plans/${plan}`)
      await page.getByRole('tab', { name: t({ zh: '走向公布', en: 'Publication' }) }).waitFor()
      for (const name of [
        { zh: '为什么', en: 'Why' },
        { zh: '出了事', en: 'Re-plan' },
      ])
        expect(await page.getByRole('tab', { name: t(name), exact: true }).count()).toBe(0)
      await expectSound(made, own)
      expect(refused).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: an emergency is opened for a place by its name, stands on every page, shows a person, is ended, and is looked into by the auditor',
    async (language) => {
      const made = await sit(walk, language, '/settings/emergency', inVillage('steward', unserved))
      const { page, t } = made
      const place = t(served)
      const reason = language === 'zh' ? '山洪，找不到独居老人' : 'flood, an old man is missing'
      const mine = [...own, reason]
      const list = page.getByRole('combobox', { name: t({ zh: '哪一片', en: 'Which area' }) })
      await tabTo(made, list)
      await page.keyboard.type(place)
      await page.locator('.ant-select-item-option-active', { hasText: place }).waitFor()
      await page.keyboard.press('Enter')
      await tabTo(made, page.locator('textarea'))
      await page.keyboard.type(reason)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const banner = page.getByRole('alert').filter({ hasText: place })
      await banner.waitFor()
      await expectSound(made, mine)
      await banner.getByRole('link').click()
      await page.getByLabel(t({ zh: '事由', en: 'Reason' }), { exact: true }).fill(reason)
      await page.getByLabel(t({ zh: '姓名、拼音', en: 'Name, pinyin' })).fill('lxs')
      await page.keyboard.press('Enter')
      await page.getByRole('row', { name: person }).getByRole('button').press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog
        .getByRole('button', { name: t({ zh: '查看并记入', en: 'See it' }) })
        .press('Enter')
      await dialog.getByText('13800000000').waitFor()
      await expectSound(made, mine)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await banner.getByRole('button').press('Enter')
      await banner.waitFor({ state: 'detached' })
      expect(await page.getByRole('row', { name: person }).count()).toBe(0)
      await expectSound(made, mine)
      await page.close()

      const auditor = await visit(walk, language, 'auditor', '/settings/emergency')
      const one = auditor.page.locator('section', { hasText: reason })
      await one.getByText(place).waitFor()
      await expectSound(auditor, mine)
      await one.getByRole('textbox').fill(t({ zh: '属实', en: 'justified' }))
      await one.getByRole('button').press('Enter')
      await one.waitFor({ state: 'detached' })
      await expectSound(auditor, own)
      await auditor.page.close()
    },
  )

  test.each(languages)(
    '%s: a session that ends while somebody writes is renewed over the page, and nothing typed is lost',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/concerns')
      const { page, t } = made
      const trouble = t({ zh: '路灯坏了', en: 'The street lamp is broken' })
      await page
        .getByRole('button', { name: t({ zh: '登记一件事', en: 'Enter a concern' }) })
        .click()
      const dialog = page.getByRole('dialog').filter({ has: page.locator('textarea') })
      await dialog.getByLabel(t({ zh: '什么事', en: 'What it is' })).fill(trouble)
      await dialog.getByLabel(t({ zh: '哪个村', en: 'Village' })).press('ArrowDown')
      await page.locator('.ant-select-item-option-active').first().waitFor()
      await page.keyboard.press('Enter')
      await dialog.getByLabel(t({ zh: '涉及多少人', en: 'People concerned' })).fill('30')
      await page.context().clearCookies()
      const save = dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) })
      await save.click()
      const again = page.getByRole('dialog').filter({ has: page.locator('input[type="password"]') })
      await again.locator('input[type="password"]:focus').waitFor()
      await expectSound(made, own)
      await page.keyboard.type(passwordOf('planner'))
      await page.keyboard.press('Enter')
      await again.waitFor({ state: 'hidden' })
      await expectSound(made, own)
      await save.click()
      await page.getByRole('row', { name: trouble }).waitFor()
      await page.close()
      walk.sessions.delete('planner')
    },
  )

  test.each(languages)(
    '%s: who holds two grants is offered what either opens',
    async (language) => {
      const made = await sit(walk, language, '/today', inVillage('steward', unserved), {
        ...clerk,
        purposes: ['planning'],
      })
      const { page } = made
      const links = await page.locator('nav a').all()
      const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
      expect(paths).toContain('/people')
      expect(paths).toContain('/plans')
      await page.locator('nav a[href="/people"]').click()
      await settled(made)
      await expectSound(made, own)
      await page.close()
      const two = await sit(
        walk,
        language,
        '/visits',
        inVillage('steward', unserved),
        inVillage('steward', served.code),
      )
      await two.page
        .locator('tbody tr.ant-table-row', { hasText: two.t(served) })
        .first()
        .waitFor()
      await settled(two)
      await expectSound(two, own)
      await two.page.close()
    },
  )
})
