import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { routes } from '@kuashan/contract/routes.ts'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb } from '../../apps/cli/src/web-build.ts'
import { ended, type Office, openOffice, passwordOf } from '../../apps/server/src/office.fixture.ts'
import { findChromium } from './find-chromium.ts'

const chromiumPath = findChromium()
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Pages by their address, with what the menu calls them. */
const pages = [
  ['territory', '县域', 'Territory'],
  ['measure', '测算', 'Measure'],
  ['plans', '方案', 'Plans'],
] as const
const languages = ['zh', 'en'] as const
type Language = (typeof languages)[number]

describe.skipIf(!chromiumPath)('the office in a browser (needs Chromium)', () => {
  let office: Office
  let browser: Browser
  let address: string

  beforeAll(async () => {
    await buildWeb()
    office = await openOffice()
    address = await office.app.listen({ port: 0, host: '127.0.0.1' })
    const planner = await office.as('planner')
    const { county } = office
    const body = { name: '春季方案', mode: 'least-cost', seconds: 1, seed: 1 } as const
    for (const { data } of [
      await planner(routes.measures.start, { params: { county } }),
      await planner(routes.plans.start, { params: { county }, body }),
    ])
      await ended(planner, county, data.id)
    browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await office?.close()
  })

  async function open(
    path: string,
    language: Language,
  ): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.setDefaultTimeout(50_000)
    const trouble: string[] = []
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(blob|data):/.test(request.url()))
        trouble.push(`asked ${request.url()}`)
    })
    await page.addInitScript(`localStorage.setItem('kuashan-language', '${language}')`)
    await page.goto(`${address}${path}`)
    return { page, trouble }
  }

  async function signIn(page: Page): Promise<void> {
    await page.fill('input[autocomplete="username"]', 'planner')
    await page.fill('input[autocomplete="current-password"]', passwordOf('planner'))
    await page.keyboard.press('Enter')
    await page.waitForSelector('nav')
  }

  test.each(languages)(
    '%s: signs in by keyboard and comes to every page by the menu; nothing is asked of another host',
    async (language) => {
      const { page, trouble } = await open('/', language)
      await signIn(page)
      for (const [path, zh, en] of pages) {
        const name = language === 'zh' ? zh : en
        await page.click(`nav a[href="/${path}"]`)
        await page.waitForURL(`**/${path}**`)
        await page.waitForSelector(`h1:text-is("${name}")`)
        expect(await page.locator('h1').count()).toBe(1)
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect(over).toBeLessThanOrEqual(0)
      }
      expect(trouble).toEqual([])
      await page.close()
    },
  )

  test.each(languages)('%s: the sign-in refuses gently and in words', async (language) => {
    const { page } = await open('/', language)
    await page.fill('input[autocomplete="username"]', 'planner')
    await page.fill('input[autocomplete="current-password"]', 'not the sentence')
    await page.keyboard.press('Enter')
    const told = await page.textContent('.ant-alert')
    expect(told).toMatch(language === 'zh' ? /不对|不正确|不符/ : /not right|wrong|do not/i)
    await page.close()
  })

  test('the map draws the county and a settlement is found from the list', async () => {
    const { page } = await open('/territory', 'zh')
    await signIn(page)
    await page.waitForSelector('[data-ready="true"]')
    const row = page.locator('tbody .ant-btn-link').first()
    const name = (await row.textContent())!
    await row.press('Enter')
    await page.waitForSelector(`.ant-card-head-title:has-text("${name}")`)
    await page.close()
  })

  test.each(pages.flatMap(([path]) => languages.map((language) => [path, language] as const)))(
    '%s in %s: an accessibility audit finds no violation',
    async (path, language) => {
      const { page } = await open(`/${path}`, language)
      await signIn(page)
      await page.waitForLoadState('networkidle')
      await page.evaluate(await readFile(axeSource, 'utf8'))
      const violations = await page.evaluate(
        "axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html.slice(0, 200)))",
      )
      expect(violations).toEqual([])
      await page.close()
    },
  )
})
