import { type Command, Option } from 'commander'
import type { CompareCommandOptions } from './commands/compare.ts'
import type { RunCommand } from './session.ts'

/** Commands about scenarios, trials and comparison. */
export function addScenarioCommands(
  command: (name: string, description: string) => Command,
  run: RunCommand,
  { seed, workers }: { seed(): Option; workers(): Option },
): void {
  command(
    'scenarios <dir>',
    'the scenarios and projects of a folder, and what stands in their way',
  ).action(async (dir: string) => {
    const { scenariosCommand } = await import('./commands/scenarios.ts')
    await run((session) => scenariosCommand(dir, session))
  })
  command('sandbox <dir> <copy>', 'copy a county folder to try things in').action(
    async (dir: string, copy: string) => {
      const { sandboxCommand } = await import('./commands/sandbox.ts')
      await run((session) => sandboxCommand(dir, copy, session))
    },
  )
  command('experiments <dir>', 'trials of new ways of supply: forecast beside what happened')
    .option('--plan <file>', 'the plan that the trial was decided on')
    .action(async (dir: string, options: { plan?: string }) => {
      const { experimentsCommand } = await import('./commands/experiments.ts')
      await run((session) => experimentsCommand(dir, options, session))
    })
  command('compare <a> <b>', 'who wins and who loses from A to B, and what it costs')
    .option('--county <dir>', 'the county folder; without it that of a plan file, or this one')
    .option('--html <file>', 'where to write a page in both languages')
    .option('--budget <budget>', 'for sides that are planned now', '20s')
    .addOption(
      new Option('--mode <mode>').choices(['least-cost', 'most-need']).default('least-cost'),
    )
    .addOption(seed())
    .addOption(workers())
    .action(async (a: string, b: string, options: CompareCommandOptions) => {
      const { compareCommand } = await import('./commands/compare.ts')
      await run((session) => compareCommand(a, b, options, session))
    })
}
