/**
 * `npm run bench:siting [-- --family F --sample N --seconds S --seed K]`: the siting searches on the published
 * instances of `../shared/bench`. Each result is stored, so a run may be broken off and taken up again.
 */
import { runTool } from './run-tool.ts'

const { code } = await runTool(
  process.execPath,
  ['bench/siting.ts', '--run', ...process.argv.slice(2)],
  { live: true },
)
process.exitCode = code
