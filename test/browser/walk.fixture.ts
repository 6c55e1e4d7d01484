import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildWeb } from '../../apps/cli/src/web-build.ts'
import { ended, type Office, openOffice, passwordOf } from '../../apps/server/src/office.fixture.ts'
import { findChromium } from './find-chromium.ts'
import { launchChromium } from './launch-chromium.fixture.ts'
import { violationsOf } from './violations.fixture.ts'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]
export type Role = 'planner' | 'leader' | 'department' | 'auditor' | 'administrator'

/** Names of the office’s seats; people have names in one language. */
export const seats = ['规划员', '分管领导', '卫健局', '审计员', '管理员'] as const

/** A walk is many screens; on a busy machine each takes its time. */
export const slow = { timeout: 300_000 } as const
/** How long an answer that the server works out is waited for: the first of a county reads it and finds its ways. */
export const worked = { timeout: 240_000 } as const
/** How long a number on the screen is waited for. */
export const patient = { timeout: 30_000 } as const

export const chromiumPath = findChromium()
type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>

/** An office with a browser before it, for all tests of a file. */
export interface Walk {
  office: Office
  browser: Browser
  address: string
  /** Who has signed in already, by their session. */
  sessions: Map<Role, Cookies>
}

/** Opens an office around the hand-checked county, and a browser, once for a file; `prepare` works in it first. */
export function openWalk(prepare: (office: Office) => Promise<void> = async () => {}): Walk {
  const walk = { sessions: new Map() } as Walk
  beforeAll(async () => {
    await buildWeb()
    walk.office = await openOffice()
    walk.address = await walk.office.app.listen({ port: 0, host: '127.0.0.1' })
    await prepare(walk.office)
    walk.browser = await launchChromium()
  }, 240_000)
  afterAll(async () => {
    await walk.browser?.close()
    await walk.office?.close()
  })
  return walk
}

/** Measures the county, so that the pages have figures. */
export async function measureCounty(office: Office): Promise<void> {
  const planner = await office.as('planner')
  const { county } = office
  const { data } = await planner(routes.measures.start, { params: { county } })
  await ended(planner, county, data.id)
}

/** Makes a plan, and says its id. */
export async function planCounty(office: Office, name: string): Promise<string> {
  const planner = await office.as('planner')
  const { county } = office
  const body = { name, mode: 'least-cost', seconds: 1, seed: 1 } as const
  const { data } = await planner(routes.plans.start, { params: { county }, body })
  const { result } = await ended(planner, county, data.id)
  return result!
}

/** One page of the app in one language, as somebody walks through it. */
export interface Visit {
  page: Page
  language: Language
  /** Words in the language of the visit. */
  t: (words: Words) => string
  /** Errors of the page, and whatever it asked of another host. */
  trouble: string[]
}

/** Opens the app in a language; nobody is signed in. Everything moves at once, as for who asks for less motion. */
export async function open(
  { browser, address }: Walk,
  language: Language,
  path = '/',
  session: Cookies = [],
): Promise<Visit> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  page.setDefaultTimeout(Number(process.env.KUASHAN_WAIT ?? 50_000))
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url()))
      trouble.push(`asked ${request.url()}`)
  })
  await page.addInitScript(`localStorage.setItem('kuashan-language', '${language}')`)
  await page.context().addCookies(session)
  await page.goto(`${address}${path}`)
  return { page, language, t: (words) => words[language], trouble }
}

/** Signs in by keyboard alone: the cursor stands in the name already. */
export async function signIn({ page }: Visit, role: Role): Promise<void> {
  await page.waitForSelector('input[autocomplete="username"]:focus')
  await page.keyboard.type(role)
  await page.keyboard.press('Tab')
  await page.keyboard.type(passwordOf(role))
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav')
}

/** Opens the app at a path as somebody signed in; at the door only the first time. */
export async function visit(
  walk: Walk,
  language: Language,
  role: Role,
  path: string,
): Promise<Visit> {
  const made = await open(walk, language, path, walk.sessions.get(role))
  if (walk.sessions.has(role)) await made.page.waitForSelector('nav')
  else await signIn(made, role)
  walk.sessions.set(role, await made.page.context().cookies())
  return made
}

/** Waits until nothing is being fetched, and the map, where there is one, is drawn. */
export async function settled({ page }: Pick<Visit, 'page'>): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.ant-spin-spinning').first().waitFor({ state: 'detached' })
  if ((await page.locator('.maplibregl-map').count()) > 0)
    await page.waitForSelector('[data-ready="true"]')
}

/** Follows the keyboard to a control: presses Tab until it has the focus, round after round while the page is busy. */
export async function tabTo({ page }: Visit, control: Locator): Promise<void> {
  await expect.poll(() => control.isEnabled(), patient).toBe(true)
  const passed: string[] = []
  for (let round = 0; round < 4; round++) {
    for (let k = 0; k < 60; k++) {
      if ((await control.and(page.locator(':focus')).count()) > 0) return
      await page.keyboard.press('Tab')
      if (round === 3 && k < 40) passed.push(await page.evaluate<string>(focused))
    }
    await page.waitForTimeout(1000)
  }
  throw new Error(`not reached by Tab: ${control}\n${passed.join('\n')}`)
}

/** Chooses from a list by keyboard alone: goes down to the first entry that says `wanted`. */
export async function choose(made: Visit, list: Locator, wanted = ''): Promise<void> {
  const { page } = made
  await tabTo(made, list)
  await page.keyboard.press('ArrowDown')
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  const active = open.locator('.ant-select-item-option-active')
  for (let k = 0; k < 30; k++) {
    await active.waitFor()
    if ((await active.textContent())?.includes(wanted)) break
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(100)
  }
  await page.keyboard.press('Enter')
  await open.waitFor({ state: 'hidden' })
}

const focused = 'document.activeElement.outerHTML.slice(0, 120)'

/**
 * What is wrong with what stands on the screen: violations of accessibility, a page that scrolls sideways, also on a
 * tablet, words that are no words or of the other language. `own` are words of the county’s data that exist in one
 * language only: they are left out.
 */
export async function faultsOf(made: Visit, own: readonly string[] = []): Promise<string[]> {
  await settled(made)
  const { page, language } = made
  const violations = await violationsOf(page)
  const over = await overOf(page)
  // Another width would put the list of who chooses elsewhere.
  const isChoosing = (await page.locator('[role="combobox"]:focus').count()) > 0
  const overTablet = isChoosing ? 0 : await onTablet(page, () => overOf(page))
  const [heads, text] = await page.evaluate<[number, string]>(
    `[
      document.querySelectorAll('h1').length,
      [...document.querySelectorAll('body *:not(script):not(style):not(body [lang]):not(body [lang] *)')]
        .flatMap((e) => [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data))
        .join('\\n'),
    ]`,
  )
  const said = own.reduce((rest, word) => rest.replaceAll(word, ''), text).split('\n')
  const odd = said.filter((line) => /undefined|\bNaN\b|\[object|\{\w+\}|\bnull\b/.test(line))
  return [
    ...violations,
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
    ...(overTablet > 0 ? [`scrolls sideways by ${overTablet} px on a tablet`] : []),
    ...(heads === 1 ? [] : [`${heads} h1`]),
    ...odd.map((line) => `no word: ${line.trim()}`),
    ...said
      .filter((line) => foreign[language].test(line))
      .map((line) => `other language: ${line.trim()}`),
  ]
}

/** A sentence in English on a Chinese page; anything Chinese on an English one. Names and codes are no sentence. */
const foreign: Record<Language, RegExp> = {
  zh: /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/,
  en: /\p{Script=Han}/u,
}

async function onTablet<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 1024, height: 768 })
  try {
    return await look()
  } finally {
    await page.setViewportSize(before)
  }
}

/** By how much the page is wider than its window. A list that opens may still stand aside: it is put in its place first. */
async function overOf(page: Page): Promise<number> {
  const measure = () =>
    page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
  if ((await measure()) > 0) {
    await page.evaluate("window.dispatchEvent(new Event('resize'))")
    await page.waitForTimeout(500)
  }
  return measure()
}

/** The screen as it stands has no fault. `KUASHAN_SHOTS=DIR` keeps a picture of it, to be looked at, `KUASHAN_WIDTHS=1440,1024` in other widths too. */
export async function expectSound(made: Visit, own: readonly string[] = []): Promise<void> {
  let faults = await faultsOf(made, own)
  // What passes by while a busy page settles is no fault.
  for (let again = 0; again < 3 && faults.length > 0; again++) {
    await made.page.waitForTimeout(1000)
    faults = await faultsOf(made, own)
  }
  if (process.env.KUASHAN_SHOTS) await keepPictures(made.page, process.env.KUASHAN_SHOTS)
  expect(faults, faults.join('\n')).toEqual([])
}

const widths = [1280, ...(process.env.KUASHAN_WIDTHS?.split(',').map(Number) ?? [])]
let pictures = 0

async function keepPictures(page: Page, folder: string): Promise<void> {
  const before = page.viewportSize()!
  const walked = (expect.getState().currentTestName ?? '').split(' > ').at(-1)!
  pictures += 1
  const name = `${walked.slice(0, 40)} ${pictures}`.replaceAll(/[^\w-]+/g, '-')
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 1440 ? 900 : width === 1024 ? 768 : 800 })
    await page.waitForTimeout(200)
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
  await page.setViewportSize(before)
}
