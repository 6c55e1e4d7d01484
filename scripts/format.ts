/** `npm run format`: writes the house style. */
import { runTool } from './run-tool.ts'

const { code } = await runTool('biome', ['check', '--write', '.'], { live: true })
process.exitCode = code
