/**
 * `npm test`: every test, browser ones included. The last line is `N passed, N failed, N skipped`.
 * Without Chromium the browser tests are skipped and counted as skipped, and this says how to get one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../test/browser/find-chromium.ts'
import { runTool } from './run-tool.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numTotalTests: number
  success: boolean
  testResults: { status: string; assertionResults: unknown[] }[]
}

if (!findChromium()) {
  console.log('No Chromium found: browser tests will be skipped.')
  console.log('  Debian, Ubuntu: apt-get install chromium fonts-noto-cjk')
  console.log('  Elsewhere: set CHROMIUM to the path of a Chromium or Chrome.')
}
const folder = mkdtempSync(join(tmpdir(), 'kuashan-test-'))
const file = join(folder, 'report.json')
const { code } = await runTool(
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ],
  { live: true },
)
let line = '0 passed, 1 failed'
let ok = false
try {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const brokenFiles = report.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + brokenFiles
  const skipped = report.numPendingTests + report.numTodoTests
  line = `${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`
  ok = code === 0 && failed === 0 && report.numPassedTests > 0
} catch (error) {
  console.error(`The test runner left no report: ${(error as Error).message}`)
}
rmSync(folder, { recursive: true, force: true })
console.log(line)
process.exitCode = ok ? 0 : 1
