import { addDays, PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { describe, expect, test } from 'vitest'
import { modeWords } from '../../apps/web/src/parts/plans/mode-words.ts'
import { judgedDialog } from './judged-dialog.fixture.ts'
import {
  chromiumPath,
  expectSound,
  languages,
  measureCounty,
  openWalk,
  patient,
  planCounty,
  seats,
  settled,
  slow,
  tabTo,
  visit,
  worked,
} from './walk.fixture.ts'

const start = { zh: '做一个新方案', en: 'Make a new plan' } as const

describe.skipIf(!chromiumPath)('plans in a browser (needs Chromium)', slow, () => {
  let plan: string
  const walk = openWalk(async (office) => {
    await measureCounty(office)
    plan = await planCounty(office, 'A1')
    await planCounty(office, 'A2')
  })

  test.each(languages)(
    '%s: a plan is started by keyboard alone, watched, and stands in the list beside today',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/plans')
      const { page, t } = made
      await page.getByText(t({ zh: '今天的情况', en: 'As it is today' })).waitFor()
      await expectSound(made, seats)
      await tabTo(made, page.getByRole('button', { name: t(start) }))
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByText(t(modeWords['least-cost'])).waitFor()
      await expectSound(made, seats)
      const name = dialog.getByRole('textbox', { name: t({ zh: '名称', en: 'Name' }) })
      await tabTo(made, name)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(`B-${language}`)
      await tabTo(made, dialog.getByRole('radio', { name: t({ zh: '1 分钟', en: '1 min' }) }))
      await page.keyboard.press('ArrowLeft')
      await tabTo(made, dialog.getByRole('button', { name: t({ zh: '开始', en: 'Start' }) }))
      await page.keyboard.press('Enter')
      const watch = page.locator('.ant-card', {
        hasText: t({ zh: '正在做的方案', en: 'Plan in the making' }),
      })
      await watch.waitFor()
      await expectSound(made, seats)
      await watch.getByText(t({ zh: '已完成', en: 'Done' })).waitFor(worked)
      await page.getByRole('link', { name: `B-${language}` }).waitFor()
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: a search that takes long is watched as it improves, stopped, and the best is kept',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/plans')
      const { page, t } = made
      const begin = async (name: string) => {
        await page.getByRole('button', { name: t(start) }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel(t({ zh: '名称', en: 'Name' })).fill(name)
        await dialog.getByText(t({ zh: '30 分钟', en: '30 min' })).click()
        await dialog.getByRole('button', { name: t({ zh: '开始', en: 'Start' }) }).click()
      }
      await begin(`S-${language}`)
      await page
        .getByRole('columnheader', { name: t({ zh: '目前最好', en: 'Best so far' }) })
        .waitFor(worked)
      await expectSound(made, seats)
      const stop = page.getByRole('button', { name: t({ zh: '停止，留下', en: 'Stop, keep' }) })
      await tabTo(made, stop)
      await page.keyboard.press('Enter')
      await page.getByText(t({ zh: '已完成', en: 'Done' })).waitFor(worked)
      await page.getByRole('link', { name: `S-${language}` }).waitFor()
      await page.getByRole('button', { name: t({ zh: '收起', en: 'Close' }) }).click()
      await begin(`T-${language}`)
      await page.getByRole('button', { name: t({ zh: '取消，不留', en: 'Cancel, keep' }) }).click()
      await page.getByText(t({ zh: '已取消', en: 'Cancelled' })).waitFor(worked)
      expect(await page.getByRole('link', { name: `T-${language}` }).count()).toBe(0)
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)('%s: two plans are laid side by side', async (language) => {
    const made = await visit(walk, language, 'planner', '/plans')
    const { page, t } = made
    for (const name of ['A1', 'A2'])
      await page
        .getByRole('checkbox', {
          name: t({ zh: `并排看：${name}`, en: `Lay side by side: ${name}` }),
        })
        .check()
    await page
      .getByRole('button', { name: t({ zh: '并排看', en: 'Side by side' }), exact: true })
      .click()
    await page.getByText(t({ zh: '并排看方案', en: 'Plans side by side' })).waitFor()
    await page.getByRole('columnheader', { name: t({ zh: '今天', en: 'Today' }) }).waitFor()
    await expectSound(made, seats)
    await page.close()
  })

  test.each(languages)(
    '%s: figures beside the baseline, map, decisions, who is missed and the checker, tab by tab by keyboard',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}`)
      const { page, t } = made
      const tabs = [
        [
          { zh: '与今天比', en: 'Against today' },
          { zh: '指标', en: 'Figure' },
        ],
        [
          { zh: '巡回地图', en: 'Tours' },
          { zh: '公里', en: 'km' },
        ],
        [
          { zh: '时间表', en: 'Timetable' },
          { zh: '按村', en: 'By village' },
        ],
        [
          { zh: '场所、上门、接送', en: 'Sites and rides' },
          { zh: '接送', en: 'Rides' },
        ],
        [
          { zh: '还差谁', en: 'Missed' },
          { zh: /底线/, en: /floor/i },
        ],
        [
          { zh: '检查', en: 'Check' },
          { zh: '独立检查', en: 'checker found' },
        ],
        [
          { zh: '改了什么', en: 'Changes' },
          { zh: '和哪个版本比', en: 'Against which version' },
        ],
        [
          { zh: '为什么', en: 'Why' },
          { zh: '什么服务', en: 'Which service' },
        ],
        [
          { zh: '出了事', en: 'Re-plan' },
          { zh: '发生了什么', en: 'what happened' },
        ],
        [
          { zh: '走向公布', en: 'Publication' },
          { zh: '部门意见', en: 'Comments of departments' },
        ],
      ] as const
      // A tab with the focus tells its place among the others as well as its name.
      const tab = (name: Words) => ({ name: t(name) })
      await tabTo(made, page.getByRole('tab', tab(tabs[0][0])))
      for (const [name, shows] of tabs) {
        await page.getByRole('tab', { ...tab(name), selected: true }).waitFor()
        await page.getByRole('tabpanel').getByText(shows[language]).first().waitFor()
        await expectSound(made, seats)
        await page.keyboard.press('ArrowRight')
        await page.keyboard.press('Enter')
      }
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: the timetable by village, day and vehicle, on paper in full; a visit is locked, unlocked, moved and put back',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}/timetable`)
      const { page, t } = made
      for (const by of [
        { zh: '按车组', en: 'By crew' },
        { zh: '按车辆', en: 'By vehicle' },
        { zh: '按村', en: 'By village' },
      ])
        await page.getByText(t(by), { exact: true }).click()
      await page.getByText(t({ zh: '按车辆', en: 'By vehicle' }), { exact: true }).click()
      const shown = page.locator('tbody tr.ant-table-row')
      await expect.poll(() => shown.count(), patient).toBe(60)
      await page.evaluate("dispatchEvent(new Event('beforeprint'))")
      expect(await shown.count()).toBeGreaterThan(60)
      await page.evaluate("dispatchEvent(new Event('afterprint'))")
      await page.getByText(t({ zh: '按村', en: 'By village' }), { exact: true }).click()
      const row = page.locator('tbody tr.ant-table-row').first()
      const lock = row.getByRole('button', { name: t({ zh: '锁定', en: 'Lock' }), exact: true })
      await tabTo(made, lock)
      await page.keyboard.press('Enter')
      await row.getByRole('button', { name: t({ zh: '解锁', en: 'Unlock' }) }).click()
      await lock.waitFor()
      await row.getByRole('button', { name: t({ zh: '改动…', en: 'Change…' }) }).press('Enter')
      const dialog = page.getByRole('dialog')
      const day = dialog.getByLabel(t({ zh: '改到哪天', en: 'Move to the day' }))
      const before = await day.inputValue()
      await expectSound(made, seats)
      await day.fill(addDays(PlainDate.parse(before), 1))
      await judgedDialog(made)
      await expectSound(made, seats)
      await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page
        .getByRole('button', { name: t({ zh: '撤销上一次改动', en: 'Undo the last change' }) })
        .click()
      await settled(made)
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: a plan is renamed by keyboard and gets its name back',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}`)
      const { page, t } = made
      await tabTo(made, page.getByRole('button', { name: t({ zh: '改名', en: 'Rename' }) }))
      await page.keyboard.press('Enter')
      await page.getByLabel(t({ zh: '方案名称', en: 'Name of the plan' })).waitFor()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('A9')
      await page.keyboard.press('Enter')
      await page.locator('h2', { hasText: 'A9' }).waitFor()
      await page.getByRole('button', { name: t({ zh: '改回“A1”', en: 'Back to “A1”' }) }).click()
      await page.locator('h2', { hasText: 'A1' }).waitFor()
      await page.close()
    },
  )

  test.each(languages)(
    '%s: a plan says why, what would change it, and what each floor costs',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}/why`)
      const { page, t } = made
      for (const [label, typed] of [
        [
          { zh: '哪里', en: 'Where' },
          { zh: '北岩背', en: 'Beiyanbei' },
        ],
        [
          { zh: '什么服务', en: 'Which service' },
          { zh: '巡回诊疗', en: 'General consultation' },
        ],
      ] as const) {
        await tabTo(made, page.getByRole('combobox', { name: t(label) }))
        await page.keyboard.type(t(typed))
        await page.locator('.ant-select-item-option-active', { hasText: t(typed) }).waitFor()
        await page.keyboard.press('Enter')
      }
      await tabTo(
        made,
        page.getByRole('button', { name: t({ zh: '为什么？怎么改？', en: 'Why, and what' }) }),
      )
      await page.keyboard.press('Enter')
      await page.getByText(t({ zh: '能怎么到', en: 'Ways it could be reached' })).waitFor(worked)
      await expectSound(made, seats)
      await page.getByRole('button', { name: t({ zh: '每条底线', en: 'each floor cost' }) }).click()
      await page
        .getByRole('columnheader', { name: t({ zh: '每年约', en: 'About, a year' }) })
        .waitFor(worked)
      await expectSound(made, seats)
      await page.close()
    },
  )
})
