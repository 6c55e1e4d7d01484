/**
 * `npm run bench:tours [-- --seconds S --family F --sample N --seeds K --workers W]`: the tour engine on the published
 * instances of `../shared/bench`. Each result is stored, so a run may be broken off and taken up again.
 */
import { runTool } from './run-tool.ts'

const { code } = await runTool(process.execPath, ['bench/tours.ts', ...process.argv.slice(2)], {
  live: true,
})
process.exitCode = code
