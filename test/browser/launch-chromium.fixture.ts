import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/**
 * A browser of its own that asks nobody for anything, and draws maps without a graphics card. Its pages live for seconds:
 * code compiled to be fast and drawing through the graphics process would cost more than they save.
 */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() as string,
    args: [
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      '--disable-gpu-rasterization',
      '--num-raster-threads=1',
      '--js-flags=--no-maglev --no-turbofan',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
