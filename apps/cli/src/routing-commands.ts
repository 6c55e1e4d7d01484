import { instanceFormats } from '@kuashan/core/planner/formats/read-instance.ts'
import { type Command, Option } from 'commander'
import type { CheckRoutesOptions } from './commands/check-routes.ts'
import type { ConvertCommandOptions } from './commands/convert.ts'
import type { SolveCommandOptions } from './commands/solve.ts'
import { share, whole } from './number-options.ts'
import type { RunCommand } from './session.ts'

const format = () => new Option('--format <format>', 'default: guessed').choices(instanceFormats)
const objective = () =>
  new Option('--objective <kind>', 'default: the family’s own').choices([
    'distance',
    'hierarchical',
    'profit',
    'levels',
  ])
const convention = () =>
  new Option('--convention <kind>', 'how an arc is rounded; default: the family’s own').choices([
    'float',
    'round',
    'trunc10',
    'trunc100',
    'exact1000',
  ])

/** The commands for routing instances, those of the literature among them. */
export function addRoutingCommands(
  command: (name: string, description: string) => Command,
  run: RunCommand,
  { seed, workers }: { seed: () => Option; workers: () => Option },
): void {
  command(
    'solve <file>',
    'find routes for an instance: Cordeau, Solomon, VRPLIB, TOPTW, VROOM, own JSON',
  )
    .addOption(format())
    .addOption(objective())
    .addOption(convention())
    .addOption(
      new Option('--vehicles <number>', 'a depot and day').argParser(whole('--vehicles', 1)),
    )
    .addOption(
      new Option('--seconds <number>', 'clock time from the start, default 10').argParser(
        whole('--seconds', 1),
      ),
    )
    .addOption(
      new Option('--iterations <number>', 'for each worker; reproducible').argParser(
        whole('--iterations', 1),
      ),
    )
    .addOption(seed())
    .addOption(workers())
    .option('--solution <file>', 'where to write the routes')
    .option('--vroom <file>', 'where to write the routes as VROOM does')
    .option('--start <file>', 'routes to start from: a solution file of this instance')
    .addOption(
      new Option(
        '--epsilon <share>',
        'how much a level may give for those behind it; default 0.01',
      ).argParser(share('--epsilon')),
    )
    .addOption(
      new Option('--bound <seconds>', 'prove a lower bound after the search').argParser(
        whole('--bound', 1),
      ),
    )
    .option('--why-not', 'say for each unserved or badly placed customer which changes would help')
    .action(async (file: string, options: SolveCommandOptions) => {
      const { solveCommand } = await import('./commands/solve.ts')
      await run((session) => solveCommand(file, options, session))
    })
  command('convert <file>', 'write an instance in another format')
    .addOption(format())
    .addOption(new Option('--to <format>').choices(['kuashan', 'vroom']).makeOptionMandatory())
    .requiredOption('--output <file>', 'where to write')
    .action(async (file: string, options: ConvertCommandOptions) => {
      const { convertCommand } = await import('./commands/convert.ts')
      await run((session) => convertCommand(file, options, session))
    })
  command('check-routes <instance> <solution>', 'check routes against the instance they are for')
    .addOption(format())
    .addOption(objective())
    .addOption(convention())
    .action(async (instance: string, solution: string, options: CheckRoutesOptions) => {
      const { checkRoutesCommand } = await import('./commands/check-routes.ts')
      await run((session) => checkRoutesCommand(instance, solution, options, session))
    })
  command('tour-set <dir>', 'write our published instances of periodic tours')
    .option('--only <start>', 'those whose name starts so, as in KS-A')
    .action(async (dir: string, options: { only?: string }) => {
      const { tourSetCommand } = await import('./commands/tour-set.ts')
      await run((session) => tourSetCommand(dir, options, session))
    })
}
