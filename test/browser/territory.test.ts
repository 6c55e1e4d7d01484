import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { describe, expect, test } from 'vitest'
import { example } from '../../apps/server/src/office.fixture.ts'
import { facilityStateWords } from '../../apps/web/src/parts/places/place-words.ts'
import { editFields } from '../../apps/web/src/parts/rows/edit-fields.ts'
import {
  chromiumPath,
  expectSound,
  languages,
  measureCounty,
  openWalk,
  seats,
  settled,
  slow,
  tabTo,
  type Visit,
  visit,
  worked,
} from './walk.fixture.ts'

const correct = { zh: '更正', en: 'Correct' } as const
const accept = { zh: '采用', en: 'Accept' } as const
const settlements = readFileSync(join(example, 'settlements.csv'), 'utf8')

describe.skipIf(!chromiumPath)('the territory in a browser (needs Chromium)', slow, () => {
  const walk = openWalk(measureCounty)

  test.each(languages)(
    '%s: the map draws the county; a settlement and a building are opened from the lists by keyboard',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/territory')
      const { page, t } = made
      await settled(made)
      await expectSound(made, seats)
      const row = page.locator('tbody .ant-btn-link').first()
      const name = (await row.textContent())!
      await tabTo(made, row)
      await page.keyboard.press('Enter')
      await page.waitForSelector(`.ant-card-head-title:has-text("${name}")`)
      await page.getByText(t({ zh: '谁来服务', en: 'Served by' })).waitFor()
      await expectSound(made, seats)
      await tabTo(made, page.getByRole('tab', { name: t({ zh: '居民点', en: 'Settlements' }) }))
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      const building = t({ zh: '东一湾卫生室', en: 'Dongyiwan Clinic' })
      await tabTo(made, page.getByRole('button', { name: building }))
      await page.keyboard.press('Enter')
      await page.waitForSelector(`.ant-card-head-title:has-text("${building}")`)
      await expectSound(made, seats)
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test('a page opened again asks for what the browser has by its version only', async () => {
    const made = await visit(walk, 'zh', 'planner', '/territory')
    await settled(made)
    const answered = new Map<string, number>()
    walk.office.app.server.on('request', ({ url = '' }, response) => {
      response.once('finish', () => answered.set(url, response.statusCode))
    })
    await made.page.reload()
    await settled(made)
    const of = { params: { county: walk.office.county } }
    const asked = [routes.territory.places, routes.measures.latest].map((r) => addressOf(r, of))
    expect(asked.map((url) => answered.get(url))).toEqual([304, 304])
    await made.page.close()
  })

  test.each(languages)(
    '%s: the lists are narrowed by name, remoteness and kind, and say so where nothing fits',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/territory')
      const { page, t } = made
      await settled(made)
      const rows = page.locator('tbody tr.ant-table-row')
      expect(await rows.count()).toBe(14)
      await page.getByLabel(t({ zh: '只看偏远', en: 'Remote only' })).check()
      expect(await rows.count()).toBe(7)
      await page
        .getByRole('textbox', { name: t({ zh: '在名单里找', en: 'Find in the lists' }) })
        .fill('zzz')
      await page.getByText(t({ zh: '没有符合的居民点', en: 'No settlement fits' })).waitFor()
      await expectSound(made, seats)
      await page.close()
    },
  )

  test.each(languages)(
    '%s: a figure is corrected with a reason and set back, by keyboard alone',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/territory?place=331199100203-01')
      const { page, t } = made
      await tabTo(made, page.getByRole('button', { name: t(correct), exact: true }))
      await page.keyboard.press('Enter')
      const field = editFields.settlements.find((f) => f.field === 'households')!
      const box = page.getByRole('textbox', { name: t(field.label) })
      await box.waitFor()
      expect(await box.isDisabled()).toBe(true)
      // Whoever works in the other language has given reasons in it.
      const given = ['村里报来', '改回去']
      await expectSound(made, [...seats, ...given])
      await tabTo(made, page.getByLabel(t({ zh: '依据', en: 'Reason' })))
      await page.keyboard.type(t({ zh: '村里报来', en: 'told by the village' }))
      await tabTo(made, box)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('48')
      await page.keyboard.press('Enter')
      await page.getByText(t({ zh: '已保存', en: 'Saved' })).waitFor()
      const history = page.getByRole('dialog').locator('tbody tr.ant-table-row')
      await history.first().getByText('50 → 48').waitFor()
      await expectSound(made, [...seats, ...given])
      await tabTo(made, history.first().getByRole('button'))
      await page.keyboard.press('Enter')
      await history.first().getByText('48 → 50').waitFor()
      await expect.poll(() => box.inputValue(), { timeout: 20_000 }).toBe('50')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.close()
    },
  )

  test.each(languages)(
    '%s: who may only look sees the corrections of a building',
    async (language) => {
      const made = await visit(walk, language, 'leader', '/territory?place=VAC-1')
      const { page, t } = made
      await page.getByText(t(facilityStateWords.vacant)).first().waitFor()
      await page.getByRole('button', { name: t({ zh: '更正记录', en: 'Corrections' }) }).click()
      await page.getByText(t({ zh: '还没有更正过', en: 'Nothing corrected yet' })).waitFor()
      expect(await page.getByRole('dialog').getByRole('textbox').count()).toBe(0)
      await expectSound(made, seats)
      await page.close()
    },
  )

  async function upload(made: Visit, text: string): Promise<void> {
    const { page, t } = made
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'settlements.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await expectSound(made, seats)
    await tabTo(
      made,
      page.getByRole('button', { name: t({ zh: '上传并核对', en: 'Upload and check' }) }),
    )
    await page.keyboard.press('Enter')
    await page.getByText(t({ zh: '发现的问题', en: 'What was found' })).waitFor(worked)
  }

  test.each(languages)(
    '%s: a bad table is told row by row and cannot be accepted; put right it is accepted by keyboard',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/territory?tab=import')
      const { page, t } = made
      await upload(made, settlements.replace('200,400,100,yes', '200,四百,100,yes'))
      await page.getByText(t({ zh: '有错误，不能采用', en: 'There are errors' })).waitFor()
      const where = page.getByRole('cell', { name: 'settlements.csv' }).first()
      expect(await where.textContent()).toContain(t({ zh: '第 4 行', en: 'row 4' }))
      expect(await page.getByRole('button', { name: t(accept), exact: true }).isDisabled()).toBe(
        true,
      )
      await expectSound(made, [...seats, '四百', '三谷县'])
      await tabTo(
        made,
        page.getByRole('button', { name: t({ zh: '回到导入', en: 'Back to imports' }) }),
      )
      await page.keyboard.press('Enter')
      const people = { zh: '210', en: '220' }[language]
      await upload(made, settlements.replace('300,200,400,100,', `300,${people},400,100,`))
      await page.getByText(t({ zh: '可以采用', en: 'It can be accepted' })).waitFor(worked)
      await page
        .getByRole('button', { name: /展开|Expand/ })
        .first()
        .click()
      await page
        .getByText(t({ zh: '东二湾', en: 'Dongerwan' }))
        .first()
        .waitFor()
      await expectSound(made, [...seats, '三谷县', '东二湾'])
      await tabTo(made, page.getByRole('button', { name: t(accept), exact: true }))
      await page.keyboard.press('Enter')
      await page
        .getByText(t({ zh: '已采用', en: 'Accepted' }))
        .first()
        .waitFor(worked)
      await page.getByRole('button', { name: t({ zh: '回到导入', en: 'Back to imports' }) }).click()
      await page
        .getByText(t({ zh: '已采用', en: 'accepted' }))
        .first()
        .waitFor()
      await expectSound(made, [...seats, '三谷县'])
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)('%s: doubts in the data are told with what to do', async (language) => {
    const made = await visit(walk, language, 'planner', '/territory?tab=findings')
    await made.page
      .getByRole('columnheader', { name: made.t({ zh: '怎么办', en: 'What to do' }) })
      .waitFor()
    await expectSound(made, [...seats, '三谷县', '东二湾'])
    await made.page.close()
  })
})
