import { existsSync } from 'node:fs'

/**
 * The Chromium to test with: `CHROMIUM`, or the usual places. Undefined where there is none. One without windows opens a page
 * for a third of the processor time that its own surface costs.
 */
export function findChromium(): string | undefined {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place !== undefined && existsSync(place))
}
