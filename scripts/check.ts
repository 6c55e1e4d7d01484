/** `npm run check`: format and lint, types, unused code, generated files, architecture. All of them run; all failures are shown. */
import { runTool } from './run-tool.ts'

const steps: readonly [name: string, command: string, args: string[]][] = [
  [
    'format and lint',
    'biome',
    ['ci', '--error-on-warnings', '--diagnostic-level=warn', '--colors=off', '.'],
  ],
  ['types, pure packages', 'tsc', ['-p', 'tsconfig.pure.json']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types, browser', 'tsc', ['-p', 'tsconfig.web.json']],
  ['unused code', 'knip', []],
  ['generated files', process.execPath, ['scripts/generate.ts', '--check']],
  ['architecture', 'vitest', ['run', 'test/architecture.test.ts']],
]

let failed = 0
for (const [name, command, args] of steps) {
  const started = process.hrtime.bigint()
  const { code, output } = await runTool(command, args)
  const took = Number(process.hrtime.bigint() - started) / 1e9
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${took.toFixed(1)} s)`)
  if (code !== 0) {
    failed += 1
    console.log(output)
  }
}
console.log(failed === 0 ? 'check passed' : `check failed: ${failed} of ${steps.length} steps`)
process.exitCode = failed === 0 ? 0 : 1
