import { gzipSync } from 'node:zlib'
import { cookieName } from '@kuashan/server/serve/send-answer.ts'
import { chromium, type Response } from 'playwright-core'

/** A browser that has seen nothing yet opens a page. */
export interface FirstLoad {
  /** Seconds until what is looked for is there. */
  seconds: number
  /** Bytes of the app itself (page, scripts, styles) but the map, each packed by gzip. */
  bytes: number
}

/** What is used of the page. */
interface Window {
  document: { querySelector(selector: string): object | null }
}

const args = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-sync',
]

/** Runs in the page. */
const isThere = (selector: string): boolean => {
  const { document } = globalThis as unknown as Window
  return document.querySelector(selector) !== null
}

/** Bytes of a part of the app, packed; none of the map. */
const packedSize = (response: Response): Promise<number> =>
  response.body().then(
    (body) => (body.includes('maplibregl-canvas') ? 0 : gzipSync(body).length),
    () => 0,
  )

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
    const said: Response[] = []
    page.on('response', (response) => {
      if (!/\/api\//.test(response.url()) && response.status() === 200) said.push(response)
    })
    // What is timed is a page in a browser that is open, not the browser's own beginning.
    await page.waitForTimeout(1000)
    const started = performance.now()
    await page.goto(`${address}${path}`)
    // Looked for at each frame: a locator looks twice a second in the end.
    const raf = { polling: 'raf', timeout: 300_000 } as const
    await page.waitForFunction(isThere, selector, raf)
    const seconds = (performance.now() - started) / 1000
    // Read and packed afterwards: that is work too.
    const sizes = await Promise.all(said.map(packedSize))
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    return { seconds: Math.round(seconds * 100) / 100, bytes }
  } finally {
    await browser.close()
  }
}
