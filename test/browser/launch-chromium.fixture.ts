import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/** A browser of its own that asks nobody for anything, and draws maps without a graphics card. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() as string,
    args: [
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
