import { routes } from '@kuashan/contract/routes.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import { describe, expect, test } from 'vitest'
import type { Caller, Office } from '../../apps/server/src/office.fixture.ts'
import { visitsNow } from '../../apps/web/src/pages/plans/edit/wanted-edits.ts'
import { noteWords, turnWords } from '../../apps/web/src/pages/plans/road/road-steps.ts'
import { takeTo } from './published.fixture.ts'
import {
  choose,
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
  worked,
} from './walk.fixture.ts'

const answer = { zh: '答复', en: 'Answer' } as const
const villageField = { zh: '哪个村提的异议', en: 'Village that objects' } as const

/** Makes a plan differ from one in force: a stop gets one visit more, where the checker allows it. */
async function visitOftener(office: Office, planner: Caller, plan: string): Promise<void> {
  const params = { county: office.county, plan }
  const { data, version } = await planner(routes.plans.get, { params, query: {} })
  for (const { id } of data.plan.stops) {
    const visits = visitsNow(data.plan, id) + 1
    const edits = [{ do: 'change-frequency' as const, stop: id, visits }]
    const tried = await planner(routes.planEdits.try, { params, body: { edits } })
    if (tried.status !== 200 || tried.data.verdict !== 'valid') continue
    const body = { edits, note: '' }
    expect((await planner(routes.planEdits.edit, { params, body, version })).status).toBe(200)
    return
  }
  throw new Error('no stop can be visited oftener')
}

describe.skipIf(!chromiumPath)(
  'the road to publication in a browser (needs Chromium)',
  slow,
  () => {
    const plans = {} as Record<Language, string>
    /** Signed in once: who signs in again and again is told to wait. */
    let planner: Caller
    const walk = openWalk(async (office) => {
      planner = await office.as('planner')
      await takeTo(office, planner, await planCounty(office, 'P0'), 'published')
      for (const language of languages) {
        plans[language] = await planCounty(office, `C-${language}`)
        await visitOftener(office, planner, plans[language])
      }
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
      '%s: draft, comments and answers, notices, objection and answer, review, decision, published; each by whoever it belongs to',
      async (language) => {
        const desk = await at(language, 'planner')
        const { page, t } = desk
        await page
          .getByText(t({ zh: '部门意见', en: 'Comments of departments' }))
          .first()
          .waitFor()
        await expectSound(desk, seats)
        await take(desk, 'comments')

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
        await take(desk, 'notice')

        await post(desk)
        await page.reload()
        await take(desk, 'objections')
        await object(desk)
        await answerByTrial(desk)
        await take(desk, 'review')
        expect(desk.trouble).toEqual([])
        await page.close()

        const { data } = await planner(routes.plans.list, {
          params: { county: walk.office.county },
        })
        const before = data.find(({ step }) => step === 'published')!.name
        const leader = await at(language, 'leader')
        await take(leader, 'decision', t({ zh: '合法，风险低', en: 'Lawful, little risk' }))
        await take(leader, 'published', t({ zh: '5月6日，一致同意', en: '6 May, all agreed' }))
        await leader.page.getByText(t({ zh: '5月6日', en: '6 May' })).waitFor()
        await expectSound(leader, seats)
        await compareWithBefore(leader, before)
        expect(leader.trouble).toEqual([])
        await leader.page.close()
      },
    )

    /** The planner records what a village with a stop objects, by keyboard. */
    async function object(made: Visit): Promise<void> {
      const { page, t, language } = made
      const params = { county: walk.office.county, plan: plans[language] }
      const { data } = await planner(routes.plans.get, { params, query: {} })
      const road = await planner(routes.plans.road, { params })
      const places = await planner(routes.territory.places, {
        params: { county: walk.office.county },
      })
      const stops = new Set(data.plan.stops.map((stop) => stop.settlement))
      const villages = new Set(
        places.data.settlements.filter((s) => stops.has(s.id)).map((s) => s.division),
      )
      const { village } = road.data.notices.find((notice) => villages.has(notice.village))!
      const { name, nameEn } = places.data.divisions.find(({ code }) => code === village)!
      const list = page.getByRole('combobox', { name: t(villageField) })
      await choose(made, list, language === 'en' ? (nameEn ?? name) : name)
      await tabTo(made, page.getByLabel(t({ zh: '异议', en: 'Objection' }), { exact: true }))
      await page.keyboard.type(t({ zh: '来得太少', en: 'Too seldom' }))
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page
        .getByRole('article')
        .getByText(t({ zh: '来得太少', en: 'Too seldom' }))
        .waitFor()
    }

    /** An answer is refused while it is empty; what is asked for is tried, and gives price and displaced, kept with their source. */
    async function answerByTrial(made: Visit): Promise<void> {
      const { page, t } = made
      const objection = page.getByRole('article').last()
      const send = objection.getByRole('button', { name: t(answer), exact: true })
      const box = objection.getByLabel(t(answer), { exact: true })
      await box.fill(t({ zh: '现已够底线', en: 'The floor is met' }))
      expect(await send.isDisabled()).toBe(true)
      await objection.getByText(t({ zh: '还差：', en: 'Still missing:' })).waitFor()
      const price = objection.getByLabel(t({ zh: '照办每年要多花', en: 'Price of it' }))
      expect(await price.inputValue()).toBe('')
      await expectSound(made, seats)
      const visits = objection.getByLabel(
        t({ zh: '改成方案期内几次', en: 'Visits in the horizon' }),
      )
      await tabTo(made, visits)
      await page.keyboard.type('30')
      await objection
        .getByText({ zh: /检查(通过|不通过)/, en: /checker finds/ }[made.language])
        .waitFor(worked)
      await expect.poll(async () => Number(await price.inputValue()), worked).toBeGreaterThan(0)
      const found = Number(await price.inputValue())
      await page.reload()
      expect(await price.inputValue()).toBe(String(found))
      await objection.getByText(t({ zh: '不采纳', en: 'Not accepted' }), { exact: true }).click()
      await expectSound(made, seats)
      await tabTo(made, send)
      await page.keyboard.press('Enter')
      await objection.getByText(t({ zh: '没有采纳', en: 'Not accepted:' })).waitFor()
      await objection
        .getByText({ zh: /来源：在方案第/, en: /Source: tried on/ }[made.language])
        .waitFor()
    }

    /** Version and difference: against the plan published before, which is replaced and stays. */
    async function compareWithBefore(made: Visit, before: string): Promise<void> {
      const { page, t } = made
      await tabTo(made, page.getByRole('tab', { name: t({ zh: '走向公布', en: 'Publication' }) }))
      const name = t({ zh: '改了什么', en: 'Changes' })
      for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name, selected: true }).waitFor()
      await page
        .getByText(`${before} · ${t(planStepNames.replaced)}`)
        .first()
        .waitFor()
      await page.getByRole('cell', { name: t({ zh: '现金，每年', en: 'Cash a year' }) }).waitFor()
      await expectSound(made, seats)
    }

    /** One notice is recorded on the page, the others by their route: a county has many villages. */
    async function post({ page, language, t }: Visit): Promise<void> {
      const { county } = walk.office
      const params = { county, plan: plans[language] }
      await page
        .getByRole('button', { name: t({ zh: '登记已张贴', en: 'Record as posted' }) })
        .first()
        .click()
      const before = (await planner(routes.plans.road, { params })).data.notices.length
      await page
        .getByText(t({ zh: `${before - 1} 个还没有张贴`, en: `${before - 1} not yet posted` }))
        .waitFor()
      const { data } = await planner(routes.plans.road, { params })
      for (const { village, postedOn } of data.notices)
        if (postedOn === null)
          await planner(routes.plans.post, {
            params: { ...params, village },
            body: { postedOn: '2026-05-01', place: t({ zh: '公开栏', en: 'board' }) },
          })
    }

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
