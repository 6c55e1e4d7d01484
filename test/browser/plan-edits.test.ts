import { routes } from '@kuashan/contract/routes.ts'
import { addDays } from '@kuashan/core/kernel/calendar.ts'
import { describe, expect, test } from 'vitest'
import { judgedDialog } from './judged-dialog.fixture.ts'
import {
  choose,
  chromiumPath,
  expectSound,
  languages,
  openWalk,
  planCounty,
  seats,
  settled,
  slow,
  tabTo,
  type Visit,
  visit,
  worked,
} from './walk.fixture.ts'

describe.skipIf(!chromiumPath)('a plan edited in a browser (needs Chromium)', slow, () => {
  let plan: string
  const walk = openWalk(async (office) => {
    plan = await planCounty(office, 'E1')
  })

  /** The last change is undone, which adds a version. */
  async function undo(made: Visit): Promise<void> {
    const name = made.t({ zh: '撤销上一次改动', en: 'Undo the last change' })
    await made.page.getByRole('button', { name }).click()
    await made.page.getByRole('button', { name }).waitFor({ state: 'detached' })
  }

  /** What a dialog of edits finds is saved, by keyboard. */
  async function save(made: Visit): Promise<void> {
    const { page, t } = made
    const dialog = await judgedDialog(made)
    await expectSound(made, seats)
    await tabTo(made, dialog.getByRole('button', { name: t({ zh: '保存', en: 'Save' }) }))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden', ...worked })
  }

  test.each(languages)(
    '%s: a visit is dragged onto another day; the checker answers, it is saved and undone',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}/timetable`)
      const { page, t } = made
      const row = page.locator('tbody tr.ant-table-row').first()
      await row.waitFor()
      const from = (await row.boundingBox())!
      await page.mouse.move(from.x + 300, from.y + 10)
      await page.mouse.down()
      await page.mouse.move(from.x + 320, from.y - 10, { steps: 4 })
      const strip = page.getByText(t({ zh: '拖到：', en: 'Drop on:' }))
      await strip.waitFor()
      const to = (await strip.locator('xpath=following-sibling::div[9]').boundingBox())!
      await page.mouse.move(to.x + 10, to.y + 10, { steps: 6 })
      await page.mouse.up()
      await save(made)
      await undo(made)
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: a crew’s day says when it leaves and who is on duty; a visit is added, saved and undone; a stop visited oftener is tried',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}/timetable`)
      const { page, t } = made
      await page.getByText(t({ zh: '按车组', en: 'By crew' }), { exact: true }).click()
      await page
        .getByText({ zh: /出发，.*回来，.*车组 \d+ 人/, en: /out .* a crew of \d+/ }[language])
        .waitFor()
      await page.getByText({ zh: /在岗的人中派：.*P-/, en: /on duty at .*P-/ }[language]).waitFor()
      await expectSound(made, seats)
      await page.getByRole('button', { name: t({ zh: '加一次…', en: 'Add a visit…' }) }).click()
      const dialog = page.getByRole('dialog')
      await choose(
        made,
        dialog.getByRole('combobox', { name: t({ zh: '哪个停靠点', en: 'Which stop' }) }),
      )
      await dialog.getByText({ zh: /现在：方案期内/, en: /Now: \d+ visits/ }[language]).waitFor()
      const { data } = await (await walk.office.as('planner'))(routes.plans.get, {
        params: { county: walk.office.county, plan },
        query: {},
      })
      await dialog
        .getByLabel(t({ zh: '哪天', en: 'Day' }), { exact: true })
        .fill(addDays(data.plan.tours[0]!.date, 1))
      await choose(made, dialog.getByRole('combobox', { name: t({ zh: '哪辆车', en: 'Vehicle' }) }))
      await save(made)
      await undo(made)
      const row = page.locator('tbody tr.ant-table-row').first()
      await row.getByRole('button', { name: t({ zh: '次数…', en: 'How often…' }) }).press('Enter')
      await dialog.getByLabel(t({ zh: '改成方案期内几次', en: 'Visits in the horizon' })).fill('1')
      await judgedDialog(made)
      await expectSound(made, seats)
      await dialog.getByRole('button', { name: t({ zh: '不改', en: 'Leave it' }) }).click()
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)(
    '%s: a site is closed by its form, saved and undone, and pointed at on the map',
    async (language) => {
      const made = await visit(walk, language, 'planner', `/plans/${plan}/decisions`)
      const { page, t } = made
      const clinic = t({ zh: '东一湾卫生室', en: 'Dongyiwan Clinic' })
      const change = page.getByRole('button', { name: t({ zh: '改场所…', en: 'Change a site…' }) })
      await tabTo(made, change)
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByText(t({ zh: '关闭场所', en: 'Close a site' })).click()
      const list = dialog.getByRole('combobox', {
        name: t({ zh: '关闭哪一处', en: 'Which one is closed' }),
      })
      await choose(made, list, clinic)
      await save(made)
      await undo(made)
      await page.goto(`${walk.address}/plans/${plan}/map`)
      await settled(made)
      const [x, y] = await whereOnMap(made, 'VC-1')
      await page.mouse.click(x, y)
      const card = page.locator('.ant-card', { hasText: clinic })
      await card.waitFor()
      await expectSound(made, seats)
      await card.getByRole('button', { name: t({ zh: '关闭…', en: 'Close it…' }) }).press('Enter')
      await dialog.getByText(clinic).first().waitFor()
      await judgedDialog(made)
      await dialog.getByRole('button', { name: t({ zh: '不改', en: 'Leave it' }) }).click()
      expect(made.trouble).toEqual([])
      await page.close()
    },
  )

  /** Where a place of the county stands on the screen: the map shows all places within a margin of 48 pixels. */
  async function whereOnMap({ page }: Visit, id: string): Promise<[number, number]> {
    const planner = await walk.office.as('planner')
    const { data } = await planner(routes.territory.places, {
      params: { county: walk.office.county },
    })
    const mercator = ([lng, lat]: readonly [number, number]) =>
      [(lng * Math.PI) / 180, Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))] as const
    const places = [...data.settlements, ...data.facilities]
    const all = places.flatMap(({ at }) => (at === null ? [] : [mercator(at)]))
    const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))]
    const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))]
    const box = (await page.locator('.maplibregl-canvas').boundingBox())!
    const scale = Math.min((box.width - 96) / (right - left), (box.height - 96) / (north - south))
    const [x, y] = mercator(places.find((place) => place.id === id)!.at!)
    return [
      box.x + box.width / 2 + (x - (left + right) / 2) * scale,
      box.y + box.height / 2 - (y - (south + north) / 2) * scale,
    ]
  }
})
