import { stat } from 'node:fs/promises'
import { routes } from '@kuashan/contract/routes.ts'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { roleWords } from '../../apps/web/src/pages/settings/role-words.ts'
import {
  choose,
  chromiumPath,
  expectSound,
  languages,
  measureCounty,
  openWalk,
  patient,
  planCounty,
  seats,
  slow,
  tabTo,
  type Visit,
  visit,
  worked,
} from './walk.fixture.ts'

/** Documents of the example, which are Chinese. */
const documents = [
  '三谷县基本公共服务实施标准（2026年版，虚构）',
  '第一条',
  '第二条',
  '第三条',
  '第四条',
]

/** A file that is made first: a page comes in its place, anything else is saved under its name. */
async function opensOrIsSaved(page: Page, address: string): Promise<void> {
  const context = page.context()
  const tab = await context.browser()!.newPage({ storageState: await context.storageState() })
  if (address.endsWith('.html')) {
    await tab.goto(address)
    await tab.waitForURL(/\/files\//, worked)
    expect(await tab.locator('h1').count()).toBe(1)
  } else {
    const saving = tab.waitForEvent('download', worked)
    await tab.goto(address)
    const saved = await saving
    expect(saved.suggestedFilename()).toContain(address.split('/').at(-1))
    expect((await stat(await saved.path())).size).toBeGreaterThan(100)
  }
  await tab.close()
}

describe.skipIf(!chromiumPath)(
  'resources, reports and settings in a browser (needs Chromium)',
  slow,
  () => {
    let plan: string
    const walk = openWalk(async (office) => {
      plan = await planCounty(office, 'G')
      await measureCounty(office)
    })

    /** Tabs of a page, with a word that each shows and the county's own words on it. */
    const tabbed = [
      [
        'planner',
        '/resources',
        [
          [
            { zh: '车辆', en: 'Vehicles' },
            { zh: '今天能否出车', en: 'Can it go out today' },
          ],
          [
            { zh: '车辆台账', en: 'Fleet register' },
            { zh: '台账', en: 'register' },
          ],
          [
            { zh: '岗位', en: 'Staff posts' },
            { zh: '每周小时', en: 'Hours a week' },
          ],
          [
            { zh: '设施', en: 'Facilities' },
            { zh: '全年人员工时', en: 'Staff hours a year' },
          ],
          [
            { zh: '共享资源', en: 'Shared resources' },
            { zh: '台账还是空的', en: 'The register is empty' },
          ],
          [
            { zh: '部门日历', en: 'Shared calendar' },
            { zh: '记进日历', en: 'Enter' },
          ],
          [
            { zh: '合并到访', en: 'Joint visits' },
            { zh: '哪个方案', en: 'Which plan' },
          ],
        ],
      ],
      [
        'planner',
        '/settings',
        [
          [
            { zh: '服务和标准', en: 'Services and standards' },
            { zh: '现行标准', en: 'Standard in force' },
          ],
          [
            { zh: '本县', en: 'County' },
            { zh: '区划代码', en: 'Division code' },
          ],
          [
            { zh: '目标树', en: 'Goals' },
            { zh: '目标', en: 'goal' },
          ],
          [
            { zh: '政策链', en: 'Policy chain' },
            { zh: '断开的地方', en: 'Gaps in the chain' },
          ],
          [
            { zh: '数据', en: 'Data' },
            { zh: '来源', en: 'From' },
          ],
        ],
      ],
    ] as const
    test.each(languages.flatMap((language) => tabbed.map((page) => [language, ...page] as const)))(
      '%s: as %s, %s tab by tab by keyboard',
      async (language, role, path, tabs) => {
        const made = await visit(walk, language, role, path)
        const { page, t } = made
        await tabTo(made, page.getByRole('tab', { name: t(tabs[0]![0]) }).first())
        for (const [name, shows] of tabs) {
          await page.getByRole('tab', { name: t(name), selected: true }).waitFor()
          await page.getByRole('tabpanel').getByText(t(shows)).first().waitFor()
          await expectSound(made, [...seats, ...documents, '三谷县'])
          await page.keyboard.press('ArrowRight')
          await page.keyboard.press('Enter')
        }
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )

    /** Chooses from a list by what is typed: characters, pinyin or initials. */
    const pick = async ({ page }: Visit, label: string, typed: string) => {
      const box = page.getByRole('combobox', { name: label, exact: true })
      await box.fill(typed)
      const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      await expect.poll(() => open.locator('.ant-select-item-option').count(), patient).toBe(1)
      await box.press('Enter')
      await open.waitFor({ state: 'hidden' })
    }

    test.each(languages)(
      '%s: A93: an event of another department on the day of a visit is offered as a joint visit, and agreed on',
      async (language) => {
        const { county } = walk.office
        const planner = await walk.office.as('planner')
        const { data } = await planner(routes.plans.get, { params: { county, plan }, query: {} })
        const tour = data.plan.tours.at(language === 'zh' ? 0 : -1)!
        const stop = data.plan.stops.find(({ id }) => id === tour.visits[0]!.stop)!
        const places = (await planner(routes.territory.places, { params: { county } })).data
        const village = places.settlements.find(({ id }) => id === stop.settlement)!.division
        const { name, nameEn } = places.divisions.find(({ code }) => code === village)!
        const made = await visit(walk, language, 'planner', '/resources/calendar')
        const { page, t } = made
        const housing = t({ zh: 'zhufang', en: 'Hous' })
        await pick(made, t({ zh: '哪个部门', en: 'Which department' }), housing)
        const shown = t({ zh: name, en: nameEn ?? name })
        await pick(made, t({ zh: '到哪个村', en: 'To which village' }), shown)
        await page.getByLabel(t({ zh: '哪天', en: 'On which day' })).fill(tour.date)
        await page.getByLabel(t({ zh: '做什么', en: 'What for' })).fill(`X-${language}`)
        await page.getByRole('button', { name: t({ zh: '记进日历', en: 'Enter' }) }).press('Enter')
        await page.getByRole('cell', { name: `X-${language}` }).waitFor()
        await expectSound(made, [...seats, '三谷县'])
        await page.getByRole('tab', { name: t({ zh: '合并到访', en: 'Joint visits' }) }).click()
        const row = page.getByRole('row', { name: `X-${language}` })
        await row.getByText(t({ zh: '同一天', en: 'same day' })).waitFor()
        await row
          .getByRole('button', { name: t({ zh: '告诉部门…', en: 'Tell the department…' }) })
          .press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog
          .getByRole('button', { name: t({ zh: '记到日历里', en: 'Keep it in the calendar' }) })
          .click()
        await row.getByText(t({ zh: '已约好', en: 'agreed' })).waitFor()
        await expectSound(made, [...seats, '三谷县'])
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a vehicle is found by initials, corrected in place and set back',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/resources')
        const { page, t } = made
        const rows = page.getByRole('button', { name: t({ zh: '更正', en: 'Correct' }) })
        const find = page.getByRole('textbox', {
          name: t({ zh: '在车辆里找', en: 'Find in the vehicles' }),
        })
        await find.fill('xyz')
        await expect.poll(() => rows.count(), patient).toBe(0)
        await find.fill(t({ zh: 'ldyyc', en: 'clinic' }))
        await rows.first().press('Enter')
        const drawer = page.getByRole('dialog')
        const reason = { zh: '在车场看过', en: 'seen at the depot' }
        await drawer.getByRole('textbox').first().fill(t(reason))
        const chairs = drawer.getByLabel(t({ zh: '座位', en: 'Seats' }), { exact: true })
        const before = await chairs.inputValue()
        await chairs.fill('9')
        await chairs.press('Enter')
        const back = drawer.getByRole('button', { name: t({ zh: '改回去', en: 'Set back' }) })
        await drawer.getByText(t({ zh: '已保存', en: 'Saved' }), { exact: true }).waitFor()
        await expectSound(made, ['规划员', '三谷县', '改回去', ...Object.values(reason)])
        await back.first().press('Enter')
        await expect.poll(() => chairs.inputValue(), patient).toBe(before)
        await page.close()
      },
    )

    test.each(languages)(
      '%s: A11: a device of a neighbour is entered, found, booked and settled',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/resources/pool')
        const { page, t } = made
        const press = (zh: string, en: string) =>
          page.getByRole('button', { name: t({ zh, en }), exact: true }).press('Enter')
        await press('登记一项', 'Enter one')
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel(t({ zh: '名称', en: 'Name' }), { exact: true }).fill('Scanner')
        await dialog.getByLabel(t({ zh: '归哪个单位', en: 'Owner' })).fill(`Owner-${language}`)
        await pick(made, t({ zh: '在哪里', en: 'Where it is' }), t({ zh: '邻县', en: 'neighb' }))
        const code = dialog.getByLabel(t({ zh: '12 位区划代码', en: 'Division code, 12 digits' }))
        await code.fill('331198101000')
        await dialog.getByLabel(t({ zh: '空闲时间', en: 'Free hours' })).fill('1-7 08:00-18:00')
        await pick(
          made,
          t({ zh: '借到哪里', en: 'Lent how far' }),
          t({ zh: 'yjglx', en: 'neighb' }),
        )
        await dialog.getByLabel(t({ zh: '每小时多少元', en: 'Yuan an hour' })).fill('50')
        await expectSound(made, seats)
        await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).click()
        await page.getByRole('row', { name: `Owner-${language}` }).waitFor()
        await expectSound(made, seats)
        await page
          .getByText(t({ zh: '找资源、预订', en: 'Find and book' }), { exact: true })
          .click()
        await pick(made, t({ zh: '在哪里用', en: 'Where' }), t({ zh: 'hgz', en: 'Huigu Town' }))
        await page.getByLabel(t({ zh: '哪个单位要用', en: 'Which unit needs it' })).fill('Unit')
        await page.getByLabel(t({ zh: '哪天用', en: 'On which day' })).fill('2099-06-01')
        await press('找空闲的', 'Find what is free')
        await page.getByLabel(t({ zh: '订来做什么', en: 'What it is booked' })).fill('check')
        const row = page.getByRole('row', { name: `Owner-${language}` })
        await expectSound(made, seats)
        await row.getByRole('button', { name: t({ zh: '预订', en: 'Book' }) }).press('Enter')
        await page.getByText(t({ zh: '已预订，见“预订”', en: 'Booked; see “Bookings”' })).waitFor()
        await page.getByText(t({ zh: '结算', en: 'Settlement' }), { exact: true }).click()
        await page.getByLabel(t({ zh: '哪个月', en: 'Month' })).fill('2099-06')
        await page
          .getByRole('row', { name: `Unit Owner-${language}` })
          .getByText('100')
          .waitFor()
        await expectSound(made, seats)
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )

    test.each(languages)(
      '%s: every file of a plan opens or is saved, and is what it says',
      async (language) => {
        const walked = await visit(walk, language, 'planner', '/reports/files')
        const { page, t } = walked
        await page.getByText(t({ zh: '各村公告', en: 'Notices of the villages' })).waitFor()
        await expectSound(walked, seats)
        const links = await page.locator(`a[href*="${plan}"]`).all()
        const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
        const made = addresses.filter((address) => address!.includes('/file/'))
        expect(made).toHaveLength(7)
        for (const address of made) await opensOrIsSaved(page, `${walk.address}${address}`)
        for (const address of addresses.filter((one) => !one!.includes('/file/'))) {
          const file = await page.request.get(`${walk.address}${address}`)
          expect(file.status()).toBe(200)
          const isDocument = address!.endsWith('/document')
          expect(file.headers()['content-type']).toContain(isDocument ? 'json' : 'text/html')
          expect((await file.body()).length).toBeGreaterThan(100)
        }
        await page
          .getByRole('textbox', { name: t({ zh: '按村名查找', en: 'Find a village' }) })
          .fill(t({ zh: '北三坑', en: 'beisan' }))
        await expect.poll(() => page.locator('a[href*="notice"]').count(), patient).toBe(2)
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a report is built from definitions, opened to its records, saved and taken away',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/reports')
        const { page, t } = made
        const number = (name: RegExp) => page.getByRole('button', { name }).first()
        await number(/%$/).waitFor()
        await expectSound(made, seats)
        await choose(
          made,
          page.getByRole('combobox', { name: t({ zh: '哪份报表', en: 'Which report' }) }),
          t({ zh: '投入账本', en: 'Investment' }),
        )
        await tabTo(made, number(/(元|yuan)$/))
        await page.keyboard.press('Enter')
        const drawer = page.getByRole('dialog')
        await drawer
          .getByText(t({ zh: '条记录', en: 'records' }))
          .first()
          .waitFor()
        await expectSound(made, [...seats, '卫生健康经费'])
        await page.keyboard.press('Escape')
        await drawer.waitFor({ state: 'hidden' })
        await page
          .getByRole('textbox', { name: t({ zh: '报表名称', en: 'Name of the report' }) })
          .fill(`R-${language}`)
        await page
          .getByRole('button', { name: t({ zh: '保存这份报表', en: 'Save this report' }) })
          .press('Enter')
        await page
          .getByRole('button', { name: t({ zh: '另存一份', en: 'Save as another' }) })
          .waitFor()
        await expectSound(made, seats)
        const file = page.getByRole('link', { name: 'Excel' })
        const taken = await page.request.get(`${walk.address}${await file.getAttribute('href')}`)
        expect(taken.status()).toBe(200)
        expect(taken.headers()['content-type']).toContain('spreadsheetml')
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )

    test.each(languages)('%s: a notice can be read and printed', async (language) => {
      const { county } = walk.office
      const planner = await walk.office.as('planner')
      const { data } = await planner(routes.plans.road, { params: { county, plan } })
      const made = await visit(walk, language, 'planner', '/reports/files')
      const { page } = made
      const href = page
        .locator(`a[href*="${data.notices[0]!.village}"]`)
        .nth(language === 'zh' ? 0 : 1)
      await page.goto(`${walk.address}${await href.getAttribute('href')}`)
      await expectSound(made)
      const pdf = await page.pdf({ format: 'A4', printBackground: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      await page.close()
    })

    test.each(languages)(
      '%s: a user is added with a role, gets a one-time link, and is closed',
      async (language) => {
        const made = await visit(walk, language, 'administrator', '/settings/users')
        const { page, t } = made
        await page
          .getByRole('button', { name: t({ zh: '添加用户', en: 'Add a user' }) })
          .press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel(t({ zh: '姓名', en: 'Name' }), { exact: true }).fill('Lin')
        await dialog.getByLabel(t({ zh: '登录名', en: 'Sign-in name' })).fill(`lin-${language}`)
        await expectSound(made, seats)
        await dialog
          .getByRole('button', { name: t({ zh: '添加，得到链接', en: 'Add and get the link' }) })
          .click()
        await page.getByText(/\/link#/).waitFor()
        const row = page.getByRole('row', { name: `lin-${language}` })
        await row.getByText(t(roleWords.planner)).waitFor()
        await expectSound(made, seats)
        await row.getByRole('button', { name: t({ zh: '停用', en: 'Close' }) }).click()
        await page
          .getByRole('tooltip')
          .getByRole('button', { name: t({ zh: '停用', en: 'Close' }), exact: true })
          .press('Enter')
        await row.getByText(t({ zh: '已停用', en: 'Closed' })).waitFor()
        await page.close()
      },
    )

    test.each(languages)(
      '%s: what was done is found in the audit, and its chain verified',
      async (language) => {
        const made = await visit(walk, language, 'auditor', '/settings/audit')
        const { page, t } = made
        await page.getByRole('columnheader', { name: t({ zh: '做了什么', en: 'Did' }) }).waitFor()
        await expectSound(made, [...seats, '三谷县'])
        await tabTo(
          made,
          page.getByRole('button', { name: t({ zh: '核验审计链', en: 'Verify the chain' }) }),
        )
        await page.keyboard.press('Enter')
        await page.getByText(t({ zh: '审计链完整', en: 'The chain is whole' })).waitFor()
        await expectSound(made, [...seats, '三谷县'])
        await page.close()
      },
    )
  },
)
