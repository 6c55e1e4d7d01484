import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { runTool } from './run-tool.ts'

/** Tests of one run or several. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** How many tests each file has, whatever became of them. */
  ofFiles: Readonly<Record<string, number>>
  /** Files and names of the tests that failed. */
  failures: string[]
  /** Whether everything that was asked for ran and passed. */
  ok: boolean
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

function countsOf(report: Report, code: number): Counts {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report
  const brokenFiles = report.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  )
  const failed = numFailedTests + brokenFiles.length
  const skipped = numPendingTests + numTodoTests
  const pathOf = ({ name }: { name: string }) => relative(process.cwd(), name)
  const failures = [
    ...brokenFiles.map(pathOf),
    ...report.testResults.flatMap((f) =>
      f.assertionResults
        .filter((a) => a.status === 'failed')
        .map((a) => `${pathOf(f)}: ${a.fullName}`),
    ),
  ]
  const ofFiles = Object.fromEntries(
    report.testResults.map((f) => [pathOf(f), f.assertionResults.length]),
  )
  return {
    passed,
    failed,
    skipped,
    ofFiles,
    failures,
    ok: code === 0 && failed === 0 && passed > 0,
  }
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
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      ofFiles: {},
      failures: ['the test runner'],
      ok: false,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const sumOf = (runs: readonly Counts[]): Counts =>
  runs.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    ofFiles: { ...a.ofFiles, ...b.ofFiles },
    failures: [...a.failures, ...b.failures],
    ok: a.ok && b.ok,
  }))
