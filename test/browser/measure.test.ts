import { describe, expect, test } from 'vitest'
import { groupWords } from '../../apps/web/src/parts/figures/figure-words.ts'
import {
  chromiumPath,
  expectSound,
  languages,
  measureCounty,
  openWalk,
  patient,
  seats,
  slow,
  tabTo,
  visit,
  worked,
} from './walk.fixture.ts'

describe.skipIf(!chromiumPath)('measuring in a browser (needs Chromium)', slow, () => {
  const walk = openWalk(measureCounty)

  test.each(languages)(
    '%s: coverage by service, township and age, down to the records of a figure',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/measure')
      const { page, t } = made
      await page.waitForSelector('tbody tr')
      await expectSound(made, seats)
      await page.getByText(t({ zh: '按年龄', en: 'By age' }), { exact: true }).click()
      await page.waitForSelector(`tbody :text-is("${t(groupWords.oldest!)}")`)
      await page.getByText(t({ zh: '按乡镇', en: 'By township' }), { exact: true }).click()
      await page
        .getByRole('button', { name: t({ zh: '汇谷镇', en: 'Huigu Town' }) })
        .first()
        .press('Enter')
      const drawer = page.getByRole('dialog')
      const told = await drawer
        .getByRole('status')
        .filter({ hasText: t({ zh: '应享', en: 'entitled' }) })
        .textContent()
      expect(told).toMatch(/3,848.*3,688.*95\.8%/)
      await expectSound(made, seats)
      await page.keyboard.press('Escape')
      await drawer.waitFor({ state: 'hidden' })
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: every gap by name with why, narrowed by search; from one tab to the next by keyboard',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/measure')
      const { page, t } = made
      await tabTo(made, page.getByRole('tab', { name: t({ zh: '覆盖', en: 'Coverage' }) }))
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      const rows = page.locator('tbody tr.ant-table-row')
      await page.getByRole('columnheader', { name: t({ zh: '为什么', en: 'Why' }) }).waitFor()
      expect(await rows.count()).toBe(4)
      expect(await rows.first().textContent()).toContain(
        t({ zh: '现在 30 分钟', en: 'today 30 min' }),
      )
      await expectSound(made, seats)
      await tabTo(
        made,
        page.getByRole('textbox', { name: t({ zh: '按居民点名称查找', en: 'Find a settlement' }) }),
      )
      await page.keyboard.type('byb')
      await expect.poll(() => rows.count(), patient).toBe(1)
      expect(await rows.first().textContent()).toContain(t({ zh: '北岩背', en: 'Beiyanbei' }))
      await page.close()
    },
  )

  test.each(languages)('%s: the map, its list, and how it is counted', async (language) => {
    const made = await visit(walk, language, 'planner', '/measure')
    const { page, t } = made
    await page.getByRole('tab', { name: t({ zh: '地图', en: 'Map' }) }).click()
    await page.waitForSelector('[data-ready="true"]')
    expect(await page.locator('tbody tr.ant-table-row').count()).toBe(14)
    await expectSound(made, seats)
    await page.getByText(t({ zh: '怎么够到', en: 'How reached' }), { exact: true }).click()
    await page
      .getByText(t({ zh: '固定站点', en: 'Fixed site' }))
      .first()
      .waitFor()
    await page.getByRole('tab', { name: t({ zh: '怎么算的', en: 'How it is counted' }) }).click()
    await page
      .getByRole('heading', { name: t({ zh: '现行标准', en: 'Floors in force' }) })
      .waitFor()
    await expectSound(made, [...seats, '三谷县基本公共服务实施标准（2026年版，虚构）', ...clauses])
    await page.close()
  })

  test.each(languages)('%s: measuring again tells how it goes and ends', async (language) => {
    const made = await visit(walk, language, 'planner', '/measure')
    const { page, t } = made
    await tabTo(
      made,
      page.getByRole('button', { name: t({ zh: '重新测算', en: 'Measure again' }) }),
    )
    await page.keyboard.press('Enter')
    await page
      .getByText(t({ zh: '测算于', en: 'Measured' }))
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: t({ zh: '重新测算', en: 'Measure again' }) })
      .waitFor(worked)
    await page.close()
  })
})

/** The documents of the example are Chinese. */
const clauses = ['第一条', '第二条', '第三条', '第四条']
