import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kuashan } from '../run-kuashan.ts'
import { findChromium } from './find-chromium.ts'
import { launchChromium } from './launch-chromium.fixture.ts'
import { serveFolder } from './serve-folder.fixture.ts'
import { violationsOf } from './violations.fixture.ts'

const chromiumPath = findChromium()

describe.skipIf(!chromiumPath)('the report in a browser (needs Chromium)', () => {
  let home: string
  let server: Server
  let browser: Browser
  let address: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kuashan-report-'))
    const county = join(home, 'county')
    await kuashan(['demo', county, '--size', 'three-valleys'])
    await kuashan(['plan', county, '--budget', '200it', '--workers', '1'])
    const { code } = await kuashan([
      'report',
      county,
      join(county, 'results', 'plan-least-cost-1.json'),
      '--out',
      join(home, 'report'),
    ])
    expect(code).toBe(0)
    server = await serveFolder(join(home, 'report'), 0)
    address = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    server?.closeAllConnections()
    await rm(home, { recursive: true, force: true })
  })

  /** Opens a page and keeps what went wrong on it: errors, and anything asked of another host. */
  const open = async (
    language: 'zh' | 'en',
    width: number,
  ): Promise<{ page: Page; trouble: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 1200 } })
    const trouble: string[] = []
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('favicon'))
        trouble.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) trouble.push(`asked ${request.url()}`)
    })
    await page.goto(`${address}/report.${language}.html`)
    return { page, trouble }
  }

  test.each([
    ['zh', '独立检查通过', '今天最缺服务'],
    ['en', 'passed the independent check', 'worst off today'],
  ] as const)(
    '%s: verdict and worst-off stand on the first screen, nothing is asked of another host',
    async (language, verdict, worst) => {
      const { page, trouble } = await open(language, 1100)
      await expect(page.locator('.verdict').textContent()).resolves.toContain(verdict)
      const heading = page.locator('h2', { hasText: worst })
      expect((await heading.boundingBox())?.y).toBeLessThan(1200)
      expect(await page.locator('section').count()).toBeGreaterThanOrEqual(12)
      expect(await page.locator('svg.map').count()).toBeGreaterThanOrEqual(2)
      expect(trouble).toEqual([])
      await page.close()
    },
  )

  test.each(['zh', 'en'] as const)(
    '%s: the page never scrolls sideways, on a desk or a phone',
    async (language) => {
      for (const width of [1280, 390]) {
        const { page } = await open(language, width)
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        expect(over).toBeLessThanOrEqual(0)
        await page.close()
      }
    },
  )

  test.each(['zh', 'en'] as const)(
    '%s: an accessibility audit finds no violation',
    async (language) => {
      const { page } = await open(language, 1100)
      expect(await violationsOf(page)).toEqual([])
      await page.close()
    },
  )

  test('prints on A4', async () => {
    const { page } = await open('zh', 1100)
    const pdf = await page.pdf({ format: 'A4', printBackground: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(50_000)
    await page.close()
  })
})
