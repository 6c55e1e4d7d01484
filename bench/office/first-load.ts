import { gzipSync } from 'node:zlib'
import { cookieName } from '@kuashan/server/serve/send-answer.ts'
import { chromium } from 'playwright-core'

/** A browser that has seen nothing yet opens a page. */
export interface FirstLoad {
  /** Seconds until what is looked for is there. */
  seconds: number
  /** Bytes of the app itself (page, scripts, styles) but the map, each packed by gzip. */
  bytes: number
}

const args = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-sync',
]

/** Opens a page cold, as somebody signed in, and waits for a selector. */
export async function firstLoad(
  executablePath: string,
  {
    address,
    path,
    token,
    selector,
  }: { address: string; path: string; token: string; selector: string },
): Promise<FirstLoad> {
  const browser = await chromium.launch({ executablePath, args })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name: cookieName, value: token, url: address }])
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (/\/api\//.test(response.url()) || response.status() !== 200) return
      sizes.push(
        response.body().then(
          (body) => (body.includes('maplibregl-canvas') ? 0 : gzipSync(body).length),
          () => 0,
        ),
      )
    })
    const started = performance.now()
    await page.goto(`${address}${path}`)
    await page.waitForSelector(selector, { timeout: 300_000 })
    const seconds = (performance.now() - started) / 1000
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    return { seconds: Math.round(seconds * 100) / 100, bytes }
  } finally {
    await browser.close()
  }
}
