import { describe, expect, test } from 'vitest'
import { closeRoad, scenarioForms } from '../../apps/web/src/parts/changes/change-kinds.ts'
import {
  choose,
  chromiumPath,
  expectSound,
  type Language,
  languages,
  measureCounty,
  openWalk,
  patient,
  planCounty,
  seats,
  settled,
  slow,
  tabTo,
  type Visit,
  visit,
  worked,
} from './walk.fixture.ts'

const add = { zh: '加上', en: 'Add' } as const

describe.skipIf(!chromiumPath)(
  'scenarios and re-planning in a browser (needs Chromium)',
  slow,
  () => {
    const plans = {} as Record<Language, string>
    const walk = openWalk(async (office) => {
      await measureCounty(office)
      for (const language of languages) plans[language] = await planCounty(office, `E-${language}`)
    })

    /** Closes the first road of the list, by keyboard. */
    async function close(made: Visit): Promise<void> {
      const { page, t } = made
      const road = { name: t(closeRoad.fields[0]!.label), exact: true }
      await choose(made, page.getByRole('combobox', road))
      await tabTo(made, page.getByRole('button', { name: t(add), exact: true }))
      await page.keyboard.press('Enter')
      await page.locator('ol li').first().waitFor()
    }

    test.each(languages)(
      '%s: a road is closed and a vehicle added in a scenario; undone, compared with today, planned under, and listed',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/scenarios')
        const { page, t } = made
        await page
          .getByRole('button', { name: t({ zh: '新建情景', en: 'New scenario' }) })
          .press('Enter')
        await page.getByText(t({ zh: '还要填', en: 'Still needed' })).waitFor()
        await expectSound(made, seats)
        await close(made)
        await page.waitForURL(/scenarios\/[0-9a-f-]{36}/)
        const name = page.getByRole('textbox', { name: t({ zh: '名称', en: 'Name' }) })
        await name.fill(`F-${language}`)
        await name.blur()
        await page.getByText(t({ zh: '已保存', en: 'Saved' })).waitFor()

        const vehicles = scenarioForms.find((form) => form.do === 'add-vehicles-like')!
        const kind = { name: t({ zh: '改什么', en: 'What changes' }) }
        await choose(made, page.getByRole('combobox', kind), t(vehicles.name))
        await choose(made, page.getByRole('combobox', { name: t(vehicles.fields[0]!.label) }))
        await tabTo(made, page.getByRole('spinbutton', { name: t(vehicles.fields[1]!.label) }))
        await page.keyboard.type('1')
        await tabTo(made, page.getByRole('button', { name: t(add), exact: true }))
        await page.keyboard.press('Enter')
        await page.locator('ol li').nth(1).waitFor()
        await expectSound(made, seats)
        await page.getByRole('button', { name: t({ zh: '撤销上一步', en: 'Undo' }) }).click()
        await expect.poll(() => page.locator('ol li').count(), patient).toBe(1)

        await page.getByRole('button', { name: t({ zh: '和今天比', en: 'Against today' }) }).click()
        await page.getByText(t({ zh: '谁受损', en: 'Who loses' })).waitFor(worked)
        await expectSound(made, seats)
        await page
          .getByRole('button', {
            name: t({ zh: '在这个情景下做方案', en: 'Make a plan under it' }),
          })
          .click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText(t({ zh: '20 秒', en: '20 s' })).click()
        await expectSound(made, seats)
        await dialog.getByRole('button', { name: t({ zh: '开始', en: 'Start' }) }).click()
        await page.getByText(t({ zh: '正在做的方案', en: 'Plan in the making' })).waitFor()
        const stop = page.getByRole('button', { name: t({ zh: '停止', en: 'Stop' }) })
        // The comparison, just ended, may still be shown as under way.
        await expect.poll(() => stop.count(), worked).toBe(1)
        await stop.click()
        await page.getByRole('button', { name: t({ zh: '收起', en: 'Close' }) }).waitFor(worked)
        await page.getByRole('link', { name: t({ zh: '所有情景', en: 'All scenarios' }) }).click()
        await page.getByRole('link', { name: `F-${language}` }).waitFor()
        await expectSound(made, seats)
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a road is cut in a published year: three ways to go on, and one is kept as a draft',
      async (language) => {
        const made = await visit(walk, language, 'planner', `/plans/${plans[language]}/replan`)
        const { page, t } = made
        await close(made)
        await expectSound(made, seats)
        await tabTo(
          made,
          page.getByRole('button', { name: t({ zh: '看看能怎么调', en: 'Show ways to go on' }) }),
        )
        await page.keyboard.press('Enter')
        const keep = page.getByRole('button', { name: t({ zh: '选这一种', en: 'Choose this' }) })
        await keep.first().waitFor(worked)
        expect(await keep.count()).toBe(3)
        await settled(made)
        await expectSound(made, seats)
        await keep.first().click()
        await page.waitForURL((url) => !url.pathname.includes(plans[language]))
        await page
          .getByText(t({ zh: '起草', en: 'draft' }))
          .first()
          .waitFor()
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )
  },
)
