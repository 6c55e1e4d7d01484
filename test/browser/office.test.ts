import { describe, expect, test } from 'vitest'
import {
  chromiumPath,
  expectSound,
  languages,
  open,
  openWalk,
  type Role,
  seats,
  settled,
  signIn,
  slow,
  tabTo,
  visit,
} from './walk.fixture.ts'

/** Pages by their address, with what the menu calls them. */
const pages = {
  start: { zh: '起步', en: 'First steps' },
  today: { zh: '今日', en: 'Today' },
  territory: { zh: '县域', en: 'Territory' },
  measure: { zh: '测算', en: 'Measure' },
  plans: { zh: '方案', en: 'Plans' },
  scenarios: { zh: '情景', en: 'Scenarios' },
  resources: { zh: '资源', en: 'Resources' },
  reports: { zh: '报告', en: 'Reports' },
  settings: { zh: '设置', en: 'Settings' },
  help: { zh: '帮助', en: 'Help' },
} as const

describe.skipIf(!chromiumPath)('the office in a browser (needs Chromium)', slow, () => {
  const walk = openWalk()

  test.each(languages)(
    '%s: by keyboard alone one signs in and comes to every page, with nothing measured or planned yet; nothing is asked of another host',
    async (language) => {
      const made = await open(walk, language)
      await expectSound(made)
      await signIn(made, 'planner')
      for (const [path, name] of Object.entries(pages)) {
        await tabTo(made, made.page.locator(`nav a[href="/${path}"]`))
        await made.page.keyboard.press('Enter')
        await made.page.waitForURL(`**/${path}**`)
        await made.page.waitForSelector(`h1:text-is("${made.t(name)}")`)
        await settled(made)
        await expectSound(made, seats)
      }
      expect(made.trouble).toEqual([])
      await made.page.close()
    },
  )

  test.each(languages)('%s: the sign-in refuses gently and in words', async (language) => {
    const made = await open(walk, language)
    await made.page.fill('input[autocomplete="username"]', 'planner')
    await made.page.fill('input[autocomplete="current-password"]', 'not the sentence')
    await made.page.keyboard.press('Enter')
    const told = await made.page.textContent('.ant-alert')
    expect(told).toMatch(language === 'zh' ? /不对|不正确|不符/ : /not right|wrong|do not/i)
    await expectSound(made)
    await made.page.close()
  })

  test.each([
    [
      'planner',
      [
        'start',
        'today',
        'territory',
        'measure',
        'concerns',
        'plans',
        'scenarios',
        'resources',
        'reports',
        'settings',
        'help',
      ],
    ],
    [
      'department',
      [
        'start',
        'today',
        'territory',
        'measure',
        'concerns',
        'plans',
        'scenarios',
        'resources',
        'people',
        'reports',
        'settings',
        'help',
      ],
    ],
    ['administrator', ['settings', 'help']],
  ] as [Role, string[]][])('the menu of the %s offers what is theirs', async (role, offered) => {
    const made = await visit(walk, 'zh', role, '/')
    await made.page.waitForSelector(`nav a[href="/${offered[0]}"]`)
    const links = await made.page.locator('nav a').all()
    const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
    expect(paths).toEqual(offered.map((path) => `/${path}`))
    await made.page.close()
  })

  test.each(languages)(
    '%s: the help of a page opens beside it by keyboard, and closes again',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/measure')
      const name = made.t({ zh: '本页帮助', en: 'Help for this page' })
      await tabTo(made, made.page.getByRole('button', { name }))
      await made.page.keyboard.press('Enter')
      await made.page.waitForSelector('.ant-drawer-body li')
      await settled(made)
      await expectSound(made, seats)
      await made.page.keyboard.press('Escape')
      await made.page.locator('.ant-drawer-body').waitFor({ state: 'hidden' })
      await made.page.close()
    },
  )

  test.each(languages)(
    '%s: a place is found by the initials of its pinyin, by keyboard alone',
    async (language) => {
      const made = await visit(walk, language, 'planner', '/measure')
      await tabTo(made, made.page.getByRole('combobox', { name: /找地点|Find a place/ }))
      await made.page.keyboard.type('bsk')
      await made.page.getByRole('option').first().waitFor({ state: 'attached' })
      await expectSound(made, seats)
      await made.page.keyboard.press('Enter')
      const name = made.t({ zh: '北三坑', en: 'Beisankeng' })
      await made.page.waitForSelector(`.ant-card-head-title:has-text("${name}")`)
      await made.page.close()
    },
  )

  test.each(languages)(
    '%s: the page of people says what to do before anybody is searched for',
    async (language) => {
      const made = await visit(walk, language, 'department', '/people')
      await made.page.waitForSelector(`h1:text-is("${made.t({ zh: '居民', en: 'People' })}")`)
      await expectSound(made, seats)
      await made.page.close()
    },
  )

  test.each(languages)('%s: the language is changed on the spot and kept', async (language) => {
    const made = await visit(walk, language, 'planner', '/territory')
    const other = made.t({ zh: 'Territory', en: '县域' })
    await made.page.getByRole('button', { name: made.t({ zh: 'English', en: '中文' }) }).click()
    await made.page.waitForSelector(`h1:text-is("${other}")`)
    expect(await made.page.getAttribute('html', 'lang')).toBe(made.t({ zh: 'en', en: 'zh-CN' }))
    await made.page.close()
  })

  test.each(languages)('%s: signing out leads back to the door', async (language) => {
    const made = await open(walk, language)
    await signIn(made, 'leader')
    await tabTo(
      made,
      made.page.getByRole('button', { name: made.t({ zh: '退出', en: 'Sign out' }) }),
    )
    await made.page.keyboard.press('Enter')
    await made.page.waitForSelector('input[autocomplete="current-password"]')
    expect(await made.page.locator('nav').count()).toBe(0)
    await made.page.close()
  })
})
