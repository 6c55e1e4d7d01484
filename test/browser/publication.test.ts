import { describe, expect, test } from 'vitest'
import { noteWords, turnWords } from '../../apps/web/src/pages/plans/road/road-steps.ts'
import {
  chromiumPath,
  expectSound,
  type Language,
  languages,
  openWalk,
  planCounty,
  type Role,
  seats,
  slow,
  tabTo,
  type Visit,
  visit,
} from './walk.fixture.ts'

const answer = { zh: '答复', en: 'Answer' } as const

describe.skipIf(!chromiumPath)(
  'the road to publication in a browser (needs Chromium)',
  slow,
  () => {
    const plans = {} as Record<Language, string>
    const walk = openWalk(async (office) => {
      for (const language of languages) plans[language] = await planCounty(office, `C-${language}`)
    })

    const at = (language: Language, role: Role) =>
      visit(walk, language, role, `/plans/${plans[language]}/road`)

    /** Takes a step with its record, by keyboard. */
    async function take(made: Visit, to: keyof typeof turnWords, note = ''): Promise<void> {
      const { page, t } = made
      await tabTo(made, page.getByRole('button', { name: t(turnWords[to]), exact: true }))
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      const box = dialog.getByRole('textbox')
      await box.waitFor()
      const needed = noteWords[to]
      const done = dialog.getByRole('button', { name: t({ zh: '确定', en: 'Do it' }) })
      if (needed) {
        await dialog.getByText(t(needed)).waitFor()
        expect(await done.isDisabled()).toBe(true)
      }
      await expectSound(made, seats)
      await tabTo(made, box)
      await page.keyboard.type(note)
      await tabTo(made, done)
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'hidden' })
    }

    test.each(languages)(
      '%s: from the draft over the comment of a department and its answer to the notices; each by whoever it belongs to',
      async (language) => {
        const planner = await at(language, 'planner')
        const { page, t } = planner
        await page
          .getByText(t({ zh: '部门意见', en: 'Comments of departments' }))
          .first()
          .waitFor()
        await expectSound(planner, seats)
        await take(planner, 'comments')

        const department = await at(language, 'department')
        await tabTo(
          department,
          department.page.getByLabel(t({ zh: '部门', en: 'Department' }), { exact: true }),
        )
        await department.page.keyboard.type(t({ zh: '卫健局', en: 'Health bureau' }))
        await department.page.keyboard.press('Tab')
        await department.page.keyboard.type(t({ zh: '周三的车太晚', en: 'Too late on Wednesdays' }))
        await department.page.keyboard.press('Tab')
        await department.page.keyboard.press('Enter')
        await department.page
          .getByText(t({ zh: '等规划员答复', en: 'Waits for the planner' }))
          .waitFor()
        await expectSound(department, seats)
        await department.page.close()

        await page.reload()
        await page.getByText(t({ zh: '周三的车太晚', en: 'Too late on Wednesdays' })).waitFor()
        expect(await page.getByRole('button', { name: t(turnWords.notice) }).count()).toBe(0)
        await page
          .getByRole('article')
          .getByRole('textbox')
          .fill(t({ zh: '已提前', en: 'Moved earlier' }))
        await page
          .getByRole('article')
          .getByRole('button', { name: t(answer) })
          .click()
        await page
          .getByRole('article')
          .getByText(t({ zh: '已提前', en: 'Moved earlier' }))
          .waitFor()
        await take(planner, 'notice')
        expect(planner.trouble).toEqual([])
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a plan is withdrawn with its reason and stays for the record',
      async (language) => {
        plans[language] = await planCounty(walk.office, `D-${language}`)
        const made = await at(language, 'planner')
        const { page, t } = made
        await take(made, 'withdrawn', t({ zh: '重做', en: 'Made anew' }))
        await page.getByText(t({ zh: '留在这里备查', en: 'stays here for the record' })).waitFor()
        await page.getByText(t({ zh: '重做', en: 'Made anew' })).waitFor()
        await expectSound(made, seats)
        await page.close()
      },
    )
  },
)
