import { readFile } from 'node:fs/promises'
import { routes } from '@kuashan/contract/routes.ts'
import { describe, expect, test } from 'vitest'
import { fillOffice, rowWords } from './filled-office.fixture.ts'
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
  type Visit,
  visit,
} from './walk.fixture.ts'

const own = [...seats, ...Object.values(rowWords), '第一条', '第二条', '第三条', '第四条', '三谷县']

describe.skipIf(!chromiumPath)('registers with rows in a browser (needs Chromium)', slow, () => {
  const walk = openWalk(async (office) => {
    await measureCounty(office)
    await fillOffice(office, await planCounty(office, 'G'))
  })
  const press = async ({ page, t }: Visit, zh: string, en: string) =>
    page
      .getByRole('button', { name: t({ zh, en }) })
      .first()
      .press('Enter')
  /** Which of two like rows a language uses up. */
  const numberOf = { zh: '1', en: '2' } as const

  test.each(languages)(
    '%s: A46: the oldest repeated complaint stands first and says why; an objection goes into the queue and is answered',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/concerns')
      const { page, t } = made
      const rows = page.locator('tbody tr.ant-table-row[data-row-key]')
      await rows.filter({ hasText: rowWords.fresh }).waitFor()
      expect(await rows.first().textContent()).toContain(rowWords.old)
      await page.getByText({ zh: /排第 1，/, en: /No\. 1, with/ }[language]).waitFor()
      await expectSound(made, own)
      const body = `${rowWords.objection} ${numberOf[language]}`
      await page
        .locator('.ant-card-body > div > div', { hasText: body })
        .getByRole('button')
        .press('Enter')
      const dialog = page.getByRole('dialog')
      await expectSound(made, own)
      await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).press('Enter')
      const taken = rows.filter({ hasText: body })
      await taken.waitFor()
      await taken.locator('.ant-table-row-expand-icon').press('Enter')
      const below = taken.locator('xpath=following-sibling::tr[1]')
      const answer = below.getByLabel(t({ zh: '怎么解决的', en: 'How it was settled' }))
      await answer.fill('从下月起每周一次')
      await below
        .getByRole('button', { name: t({ zh: '答复并办结', en: 'Answer and close' }) })
        .press('Enter')
      await taken.waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: t({ zh: '已办结', en: 'Closed' }) }).click()
      await taken.first().waitFor()
      await expectSound(made, [...own, '从下月起每周一次'])
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: A53: standards without a policy text are listed by name until the text is entered',
    async (language) => {
      const planner = await walk.office.as('planner')
      const params = { county: walk.office.county }
      const { version } = await planner(routes.policies.texts, { params })
      await planner(routes.policies.setTexts, { params, body: [], version })
      const made = await visit(walk, language, 'planner', '/settings/policies')
      const { page, t } = made
      const care = t({ zh: '巡回诊疗', en: 'General consultation' })
      await page.getByRole('row', { name: care }).first().waitFor()
      await expect.poll(() => page.getByText(/[A-Z]{3}-\d\d/).count(), patient).toBe(0)
      await expectSound(made, own)
      await page.getByLabel(t({ zh: '文件标题', en: 'Title of the text' })).fill(rowWords.text)
      await press(made, '登记文件', 'Enter the text')
      await page.getByText(t({ zh: '没有断开的地方', en: 'No gaps' })).waitFor()
      await expectSound(made, own)
      await page.close()
    },
  )

  test.each(languages)(
    '%s: A118: the starting goals are taken, and each indicator traces to services and records',
    async (language) => {
      const planner = await walk.office.as('planner')
      const params = { county: walk.office.county }
      const { version } = await planner(routes.goals.get, { params })
      await planner(routes.goals.set, { params, body: [], version })
      const made = await visit(walk, language, 'planner', '/settings/goals')
      const { page, t } = made
      await press(made, '从这些目标开始', 'Start from these goals')
      const goal = page.getByRole('row', {
        name: t({ zh: '社保更可靠', en: 'More reliable social security' }),
      })
      await goal.locator('summary').click()
      await goal.getByRole('listitem').nth(3).waitFor()
      await expectSound(made, own)
      await goal.getByRole('button', { name: t({ zh: '改', en: 'Edit' }) }).press('Enter')
      await page.getByRole('dialog').waitFor()
      await expectSound(made, own)
      await page.close()
    },
  )

  test.each(languages)(
    '%s: A117: a trial’s forecast is set beside what happened, and its future decided',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/scenarios/trials')
      const { page, t } = made
      const name = {
        zh: `东谷巡回诊疗 ${numberOf.zh}`,
        en: `east valley ${numberOf.en}`,
      }
      const row = page.getByRole('row', { name: t(name) })
      await row.waitFor()
      const open = row.locator('.ant-table-row-expand-icon-collapsed')
      if ((await open.count()) > 0) await open.press('Enter')
      const below = row.locator('xpath=following-sibling::tr[1]')
      const field = (zh: string, en: string) =>
        below.getByRole('spinbutton', { name: t({ zh, en }) }).first()
      await field('实际到访', 'Visits made').fill('7')
      await field('实际人次', 'Person-times served').fill('9999')
      await below
        .getByRole('button', { name: t({ zh: '保存实际数', en: 'Save what happened' }) })
        .press('Enter')
      await below.getByRole('cell', { name: /^9,\d{3}/ }).waitFor()
      await expectSound(made, own)
      await below.getByLabel(t({ zh: '结果', en: 'Result' })).fill('来的人比预计多')
      const extend = t({ zh: '推广', en: 'extend' })
      const decision = below.getByRole('combobox', { name: t({ zh: '决定', en: 'Decision' }) })
      await choose(made, decision, extend)
      await below.getByRole('button', { name: t({ zh: '定下来', en: 'Decide' }) }).press('Enter')
      await row.getByText(extend).waitFor()
      await page.close()
    },
  )

  test.each(languages)(
    '%s: A58: a vehicle whose inspection ran out may not go out until the new day is entered',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/resources/register')
      const { page, t } = made
      const plate = t({ zh: '浙K·A0001', en: '浙K·A0005' })
      const find = page.getByRole('textbox', {
        name: t({ zh: '在台账里找', en: 'Find in the register' }),
      })
      await find.fill('lsf')
      const rows = page.locator('tbody tr.ant-table-row')
      await expect.poll(() => rows.count(), patient).toBe(6)
      await expectSound(made, [...own, ...fleetWords])
      const row = page.getByRole('row', { name: plate })
      await row.getByText(t({ zh: '年检过期', en: 'Inspection has run out' })).waitFor()
      await row.getByRole('button').press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(t({ zh: '年检', en: 'Inspection' })).fill('2099-12-31')
      await expectSound(made, [...own, ...fleetWords])
      await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).press('Enter')
      await row.getByText(t({ zh: '可以出车', en: 'may go out' }), { exact: true }).waitFor()
      await page.close()
    },
  )

  test.each(languages)(
    '%s: A109: a person’s file leaves with a reason; one of an older format is taken over',
    async (language) => {
      const made = await visit(walk, language, 'department', '/people')
      const { page, t } = made
      await page.getByLabel(t({ zh: '事由', en: 'Reason' }), { exact: true }).fill('入户走访')
      const typed = page.getByLabel(t({ zh: '姓名、拼音', en: 'Name, pinyin' }))
      await typed.fill('lxs')
      await press(made, '查找', 'Find')
      await press(made, '查看全部', 'See all')
      await press(made, '查看并记入审计', 'See it; this is logged')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(t({ zh: '导出的事由', en: 'Reason for the export' })).fill('迁出')
      const saving = page.waitForEvent('download')
      await press(made, '导出档案文件', 'Export the file')
      const file = await readFile(await (await saving).path(), 'utf8')
      expect(JSON.parse(file)).toMatchObject({ person: { name: rowWords.person } })
      await expectSound(made, [...own, '入户走访', '迁出'])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      const takeOver = async (text: string) => {
        await page.getByLabel(t({ zh: '档案文件', en: 'File of the person' })).setInputFiles({
          name: 'person.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        })
        await press(made, '接收', 'Take over')
      }
      const village = page.getByRole('combobox', {
        name: t({ zh: '现在住的村', en: 'Village where they live now' }),
      })
      await village.fill(t({ zh: 'dsw', en: 'Dongsan' }))
      await page.locator('.ant-select-item-option-active', { hasText: /东|Dong/ }).waitFor()
      await village.press('Enter')
      await takeOver(file)
      await page.getByRole('alert').waitFor()
      await expectSound(made, own)
      const [name, initials] = ({ zh: ['钟大海', 'zdh'], en: ['雷大海', 'ldh'] } as const)[language]
      await takeOver(JSON.stringify({ ...olderFile, name }))
      await page.getByText(t({ zh: '已接收', en: 'Taken over' })).waitFor()
      await typed.fill(initials)
      await press(made, '查找', 'Find')
      await page.getByRole('cell', { name }).waitFor()
      await page.close()
    },
  )

  test.each(languages)(
    '%s: A11: the shared register and its bookings show rows',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/resources/pool')
      const { page, t } = made
      await page.getByRole('row', { name: rowWords.scanner }).waitFor()
      await page.getByText(t({ zh: '预订', en: 'Bookings' }), { exact: true }).click()
      await page.getByRole('row', { name: rowWords.borrower }).waitFor()
      await expectSound(made, [...own, '体检'])
      await page.close()
    },
  )
})

const fleetWords = ['浙K', '巡诊车', '雷师傅', '升降台']

/** A person’s file as format 1 had it. */
const olderFile = {
  kind: 'kuashan-person',
  format: 1,
  madeOn: '2025-05-01',
  county: '331198000000',
  village: '331198101202',
  settlement: null,
  identityNumber: null,
  birthDate: '1960-01-15',
  telephone: null,
}
