import { routes } from '@kuashan/contract/routes.ts'
import { describe, expect, test } from 'vitest'
import { ended, filesForm, type Office } from '../../apps/server/src/office.fixture.ts'
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

/** Documents of the example, which are Chinese. */
const documents = [
  '三谷县基本公共服务实施标准（2026年版，虚构）',
  '第一条',
  '第二条',
  '第三条',
  '第四条',
]

/** A bus in the morning from a village to the township, and one home at noon. */
const buses = `line,place,time
1a,331199100202-01,07:30
1a,331199100200-01,08:00
1b,331199100200-01,11:30
1b,331199100202-01,12:00`

async function bringBuses({ county, as }: Office): Promise<void> {
  const planner = await as('planner')
  const form = filesForm({ 'buses.csv': buses })
  const { data } = await planner(routes.counties.upload, { params: { county }, form })
  const { result } = await ended(planner, county, data.id)
  const { version } = await planner(routes.counties.get, { params: { county } })
  const params = { county, import: result! }
  expect((await planner(routes.counties.accept, { params, version })).status).toBe(200)
}

/** Serves somebody otherwise than the plan does, so that there is a version before. */
async function changeOne(office: Office, plan: string): Promise<string> {
  const planner = await office.as('planner')
  const params = { county: office.county, plan }
  const { data, version } = await planner(routes.plans.get, { params, query: {} })
  const { settlement, service } = data.plan.assignments.find((a) => a.mode === 'vehicle')!
  const edits = [
    { do: 'change-mode' as const, settlement, service, to: { mode: 'fixed' as const } },
  ]
  await planner(routes.planEdits.edit, { params, body: { edits, note: '' }, version })
  const places = await planner(routes.territory.places, { params: { county: office.county } })
  return places.data.settlements.find(({ id }) => id === settlement)!.name
}

describe.skipIf(!chromiumPath)(
  'the work of an office day in a browser (needs Chromium)',
  slow,
  () => {
    let plan: string
    let changed: string
    const walk = openWalk(async (office) => {
      await bringBuses(office)
      await measureCounty(office)
      plan = await planCounty(office, 'G')
      changed = await changeOne(office, plan)
    })
    const own = [...seats, ...documents]

    test.each(languages)(
      '%s: the day begins with what waits and who is worst off',
      async (language) => {
        for (const role of ['leader', 'department'] as const) {
          const made = await visit(walk, language, role, '/')
          await made.page.waitForURL('**/today')
          await made.page
            .getByText(made.t({ zh: '最差的地方', en: 'Worst off, by name' }))
            .waitFor()
          await expect.poll(() => made.page.locator('tbody a').count(), patient).toBeGreaterThan(0)
          await expectSound(made, own)
          expect(made.trouble).toEqual([])
          await made.page.close()
        }
      },
    )

    test.each(languages)(
      '%s: what changed between two versions is said settlement by settlement',
      async (language) => {
        const made = await visit(walk, language, 'planner', `/plans/${plan}/difference`)
        const { page, t } = made
        await page
          .getByRole('columnheader', { name: t({ zh: '改了什么', en: 'What changed' }) })
          .waitFor()
        if (language === 'zh') await page.getByText(changed).first().waitFor()
        await expectSound(made, own)
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a village is served otherwise by keyboard; the checker answers before it is saved',
      async (language) => {
        const made = await visit(walk, language, 'planner', `/plans/${plan}/decisions`)
        const { page, t } = made
        const button = page.getByRole('button', {
          name: t({ zh: '给一个村换服务方式…', en: 'Serve a village otherwise…' }),
        })
        await tabTo(made, button)
        await page.keyboard.press('Enter')
        const dialog = page.getByRole('dialog')
        const choose = async (label: string, typed = '') => {
          const box = dialog.getByLabel(label)
          await box.focus()
          await page.keyboard.press('ArrowDown')
          await page.keyboard.type(typed)
          await page.locator('.ant-select-item-option:visible').first().waitFor()
          await page.keyboard.press('Enter')
        }
        await choose(t({ zh: '哪个居民点', en: 'Which settlement' }), 'dongerwan')
        await choose(t({ zh: '哪项服务', en: 'Which service' }))
        await dialog.getByText(t({ zh: '固定场所', en: 'fixed site' }), { exact: true }).click()
        await dialog
          .getByText(t({ zh: '检查通过', en: 'The checker finds no error' }))
          .or(dialog.getByText(t({ zh: '检查不通过', en: 'The checker finds' })))
          .first()
          .waitFor(worked)
        await dialog.getByText(t({ zh: '接送', en: 'a ride' }), { exact: true }).click()
        await choose(t({ zh: '坐什么车', en: 'By what' }), t({ zh: '班车', en: 'bus lines' }))
        await choose(t({ zh: '送到哪里', en: 'Brought to' }), t({ zh: '汇谷', en: 'huigu' }))
        await choose(t({ zh: '去坐哪一班', en: 'The bus there' }), '07:30')
        await choose(t({ zh: '回来坐哪一班', en: 'The bus home' }), '12:00')
        await dialog
          .getByText(t({ zh: '检查', en: 'checker finds' }))
          .first()
          .waitFor(worked)
        await expectSound(made, own)
        await page.keyboard.press('Escape')
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a road is chosen from the list, shown on the map and closed',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/scenarios/new')
        const { page, t } = made
        await settled(made)
        const box = page.getByLabel(t({ zh: '道路', en: 'Road' }), { exact: true })
        await box.focus()
        await page.keyboard.type('east')
        await page.keyboard.press('Enter')
        const add = page.getByRole('button', { name: t({ zh: '加上', en: 'Add' }), exact: true })
        await tabTo(made, add)
        // A list that was just chosen from takes a moment to go.
        await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' })
        await expectSound(made, own)
        await page.keyboard.press('Enter')
        await page.waitForURL(/scenarios\/[0-9a-f-]{36}/)
        await page.locator('ol li', { hasText: 'east' }).waitFor()
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a goal is added and read from the measurement; layers of a standard unfold',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/settings/goals')
        const { page, t } = made
        if (language === 'zh') {
          await page.getByRole('button', { name: '从这些目标开始' }).press('Enter')
          await page.getByRole('cell', { name: '就业更稳' }).waitFor()
        }
        const add = page.getByRole('button', { name: t({ zh: '加一个目标', en: 'Add a goal' }) })
        await tabTo(made, add)
        await page.keyboard.press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog
          .getByLabel(t({ zh: '名称', en: 'Name in Chinese' }), { exact: true })
          .fill(`Goal ${language}`)
        await expectSound(made, own)
        await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).click()
        await page.getByRole('cell', { name: `Goal ${language}` }).waitFor()
        await page
          .getByRole('tab', { name: t({ zh: '服务和标准', en: 'Services and standards' }) })
          .click()
        await page.locator('.ant-table-row-expand-icon').first().press('Enter')
        await page
          .getByRole('columnheader', { name: t({ zh: '哪一层', en: 'Layer' }), exact: true })
          .waitFor()
        await expectSound(made, own)
        await page.close()
      },
    )

    test.each(languages)(
      '%s: a concern is entered and says why it stands where it does; a trial is looked for',
      async (language) => {
        const made = await visit(walk, language, 'planner', '/concerns')
        const { page, t } = made
        const enter = page.getByRole('button', {
          name: t({ zh: '登记一件事', en: 'Enter a concern' }),
        })
        await tabTo(made, enter)
        await page.keyboard.press('Enter')
        const dialog = page.getByRole('dialog')
        const trouble = t({ zh: '路灯坏了', en: 'The street lamp is broken' })
        await dialog.getByLabel(t({ zh: '什么事', en: 'What it is' })).fill(trouble)
        await dialog.getByLabel(t({ zh: '哪个村', en: 'Village' })).press('ArrowDown')
        await page.locator('.ant-select-item-option-active').first().waitFor()
        await page.keyboard.press('Enter')
        await dialog.getByLabel(t({ zh: '涉及多少人', en: 'People concerned' })).fill('30')
        await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' })
        await expectSound(made, own)
        await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).click()
        await page.getByText(trouble).first().waitFor()
        await page
          .getByText(t({ zh: '到多少得满分', en: 'Full points from' }))
          .first()
          .waitFor()
        await expectSound(made, own)
        await page.getByRole('tab', { name: t({ zh: '怎么打分', en: 'How it is scored' }) }).click()
        await expectSound(made, own)
        await page.goto(`${walk.address}/scenarios/trials`)
        await page
          .getByRole('button', { name: t({ zh: '登记试点', en: 'Register a trial' }) })
          .press('Enter')
        await dialog.getByLabel(t({ zh: '中文名称', en: 'Name in Chinese' })).waitFor()
        await expectSound(made, own)
        expect(made.trouble).toEqual([])
        await page.close()
      },
    )

    test.each(languages)('%s: grants are given a last day', async (language) => {
      const made = await visit(walk, language, 'administrator', '/settings/users')
      const { page, t } = made
      const row = page.getByRole('row', { name: 'planner' })
      await row.getByRole('button', { name: t({ zh: '授权', en: 'Grants' }) }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog
        .getByLabel(t({ zh: '到哪天为止（可不填）', en: 'Last day (may stay empty)' }))
        .fill('2099-12-31')
      await expectSound(made, own)
      await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).click()
      await row.getByText('2099-12-31').waitFor()
      await page.close()
    })

    test.each(languages)('%s: an emergency is asked for with a reason', async (language) => {
      const made = await visit(walk, language, 'department', '/settings/emergency')
      const { page, t } = made
      const open = page.getByRole('button', {
        name: t({ zh: '打开，并记入审计', en: 'Open, and write it into the audit' }),
      })
      expect(await open.isDisabled()).toBe(true)
      const reason = {
        zh: '她已经三天没有消息，要找到她的住处',
        en: 'three days without a word from her',
      }
      await page.locator('textarea').fill(t(reason))
      await open.press('Enter')
      await page.getByRole('alert').waitFor()
      await expectSound(made, [...own, ...Object.values(reason)])
      await page.close()
    })

    test.each(languages)('%s: a vehicle is entered; joint visits are offered', async (language) => {
      const made = await visit(walk, language, 'planner', '/resources/register')
      const { page, t } = made
      const enter = page.getByRole('button', {
        name: t({ zh: '登记一辆车', en: 'Enter a vehicle' }),
      })
      await tabTo(made, enter)
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      const plate = `K-${language}`
      for (const [zh, en, text] of [
        ['车牌', 'Plate', plate],
        ['类别', 'Kind', 'van'],
        ['所有单位', 'Owner', 'county'],
      ] as const)
        await dialog.getByLabel(t({ zh, en }), { exact: true }).fill(text)
      await expectSound(made, own)
      await dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }).click()
      const row = page.getByRole('row', { name: plate })
      await row.getByText(t({ zh: '今天不能出车', en: 'may not go out today' })).waitFor()
      await expectSound(made, [...own, '浙'])
      await page.getByRole('tab', { name: t({ zh: '合并到访', en: 'Joint visits' }) }).click()
      await page
        .getByText(t({ zh: '处可以合并', en: 'offers' }), { exact: false })
        .last()
        .waitFor()
      await expectSound(made, own)
      await page.close()
    })
  },
)
