import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTool } from './run-tool.ts'

/** Tests of one run or several. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** Whether everything that was asked for ran and passed. */
  ok: boolean
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

function countsOf(report: Report, code: number): Counts {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report
  const brokenFiles = report.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length
  const failed = numFailedTests + brokenFiles
  const skipped = numPendingTests + numTodoTests
  return { passed, failed, skipped, ok: code === 0 && failed === 0 && passed > 0 }
}

/** Runs vitest, shows what it says, and counts; a run that leaves no report is one failure. */
export async function runVitest(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'kuashan-test-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runTool('vitest', ['run', ...reporters, ...args], { live: true, env })
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')) as Report, code)
  } catch (error) {
    console.error(`The test runner left no report: ${(error as Error).message}`)
    return { passed: 0, failed: 1, skipped: 0, ok: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const sumOf = (runs: readonly Counts[]): Counts =>
  runs.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    ok: a.ok && b.ok,
  }))
