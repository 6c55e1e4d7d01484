import { statSync } from 'node:fs'
import { countyProblems } from '@kuashan/core/plan/county-siting.ts'
import { locationKinds } from '@kuashan/core/plan/location.ts'
import { locationFormats } from '@kuashan/core/planner/formats/location/read-location.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { Command, Option } from 'commander'
import { parseBudget } from './budget.ts'
import type { ExplainOptions } from './commands/explain.ts'
import type { MeasureCommandOptions } from './commands/measure.ts'
import type { PlanCommandOptions } from './commands/plan.ts'
import type { PlanEditOptions } from './commands/plan-edit.ts'
import type { ReplanCommandOptions } from './commands/replan.ts'
import type { ReportCommandOptions } from './commands/report.ts'
import type { SiteCommandOptions } from './commands/site.ts'
import type { SiteCountyOptions } from './commands/site-county.ts'
import type { TemplateOptions } from './commands/template.ts'
import { type Size, sizes } from './demo-sizes.ts'
import { endingOf } from './end-badly.ts'
import { positive, whole } from './number-options.ts'
import { replanOptions } from './replan-options.ts'
import { addRoutingCommands } from './routing-commands.ts'
import { addScenarioCommands } from './scenario-commands.ts'
import type { RunCommand, Session } from './session.ts'
import { addStoreCommands } from './store-commands.ts'
import { createTerminal } from './terminal.ts'
import { workersHere } from './workers-here.ts'

// Commands are imported when they are called: a search of a second shall not wait for the code of reports.
const abort = new AbortController()
process.on('SIGINT', () => {
  if (abort.signal.aborted) process.exit(130)
  abort.abort()
})
process.on('SIGTERM', () => abort.abort())
// The reader of a pipe, such as head, may have had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

const systemLanguage = (): Language =>
  /^en|^C\b|^POSIX/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'en' : 'zh'

const program = new Command('kuashan')
  .description('跨山 Kuashan: plans fixed + mobile public services for mountain counties')
  .addOption(
    new Option('--lang <language>', 'language of messages')
      .choices(['zh', 'en'])
      .default(systemLanguage()),
  )
  .option('--json', 'print one JSON value, for machines', false)
  .showHelpAfterError('(kuashan help COMMAND shows how to call it)')
  .exitOverride()

let result: 0 | 1 = 0
const session = (): Session => {
  const { lang, json } = program.opts<{ lang: Language; json: boolean }>()
  return { terminal: createTerminal({ language: lang, json }), signal: abort.signal }
}
const command = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .exitOverride()
    .option('--json', 'print one JSON value, for machines')
const seed = () =>
  new Option('--seed <number>', 'seed of all chance').argParser(whole('--seed', 0)).default(1)
const osrm = () =>
  new Option('--osrm <url>', 'take travel from an OSRM server instead of the folder’s roads')
const scenario = () =>
  new Option('--scenario <scenario>', 'a scenario of the folder by its id, or a scenario file')
const year = () =>
  new Option('--year <year>', 'with the population of that year').argParser(whole('--year', 1990))
const workers = () =>
  new Option('--workers <number>', 'worker threads')
    .argParser(whole('--workers', 1))
    .default(workersHere())

command('serve', 'serve the office’s app; on a first start around a county folder')
  .argument('[dir]', 'county folder to begin with')
  .addOption(new Option('--port <number>').argParser(whole('--port', 1)).default(8420))
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .action(async (dir: string | undefined, options: { port: number; host: string }) => {
    const { serveCommand } = await import('./commands/serve.ts')
    result = await serveCommand(dir, options, session())
  })
command('start', 'make the demo county, plan it, and show the report on this machine')
  .addOption(new Option('--port <number>').argParser(whole('--port', 1)).default(8420))
  .option('--budget <budget>', '20s or 20000it', '10s')
  .addOption(seed())
  .addOption(workers())
  .action(async (options) => {
    const { start } = await import('./commands/start.ts')
    result = await start({ ...options, budget: parseBudget(options.budget) }, session())
  })
command('demo <dir>', 'write a county with invented names')
  .addOption(new Option('--size <size>').choices(sizes).default('county'))
  .addOption(seed())
  .action(async (dir: string, options: { size: Size; seed: number }) => {
    const { demo } = await import('./commands/demo.ts')
    result = await demo(dir, options, session())
  })
command('new <dir>', 'make a county folder out of raw sources')
  .requiredOption('--osm <file>', 'OpenStreetMap extract (.osm.pbf)')
  .option('--elevation <files...>', '.hgt, .hgt.zip, .tif')
  .option('--people <file>', 'table of people by village')
  .action(async (dir: string, options: { osm: string; elevation?: string[]; people?: string }) => {
    const { newCommand } = await import('./commands/new.ts')
    result = await newCommand(dir, options, session())
  })
command('template <dir>', 'write the start package: the folder that another county fills in')
  .option('--code <code>', 'division code of the county')
  .option('--name <name>', 'its name')
  .option('--name-en <name>', 'its name in English')
  .option('--coordinates <system>', 'WGS-84, CGCS2000, GCJ-02 or BD-09')
  .addOption(new Option('--year <year>', 'the year planned').argParser(whole('--year', 1990)))
  .option('--xlsx', 'one workbook instead of a file for each table', false)
  .action(async (dir: string, options: TemplateOptions) => {
    const { templateCommand } = await import('./commands/template.ts')
    result = await templateCommand(dir, options, session())
  })
command('import <dir>', 'read and check all files of a county folder').action(
  async (dir: string) => {
    const { importCommand } = await import('./commands/import.ts')
    result = await importCommand(dir, session())
  },
)
command('edit <dir> <table> <id> <field> <value>', 'correct a value; later imports keep it')
  .requiredOption('--by <name>', 'who corrects it')
  .requiredOption('--reason <text>', 'why')
  .action(
    async (
      dir: string,
      table: string,
      id: string,
      field: string,
      value: string,
      options: { by: string; reason: string },
    ) => {
      const { editCommand } = await import('./commands/edit.ts')
      result = await editCommand(dir, { table, id, field, value }, options, session())
    },
  )
command('lint <dir>', 'what the catalogue and the standards lack').action(async (dir: string) => {
  const { lintCommand } = await import('./commands/lint.ts')
  result = await lintCommand(dir, session())
})
command('measure <dir>', 'where today falls short of the floors')
  .addOption(scenario())
  .addOption(year())
  .option('--as-of <date>', 'measure by the standards of this day')
  .addOption(osrm())
  .addOption(workers())
  .action(async (dir: string, options: MeasureCommandOptions) => {
    const { measureCommand } = await import('./commands/measure.ts')
    result = await measureCommand(dir, options, session())
  })
command('matrix <dir>', 'travel between places, as CSV')
  .requiredOption('--from <places>', 'settlements, facilities, facilities:hospital, …')
  .requiredOption('--to <places>', 'the same')
  .requiredOption('--csv <file>', 'where to write')
  .addOption(workers())
  .action(
    async (dir: string, options: { from: string; to: string; csv: string; workers: number }) => {
      const { matrixCommand } = await import('./commands/matrix.ts')
      result = await matrixCommand(dir, options, session())
    },
  )
command('plan <dir>', 'plan sites and tours, and have the plan checked')
  .addOption(scenario())
  .addOption(year())
  .addOption(seed())
  .option(
    '--budget <budget>',
    '60s of clock for the whole command, or 20000it iterations (reproducible)',
    '60s',
  )
  .addOption(new Option('--mode <mode>').choices(['least-cost', 'most-need']).default('least-cost'))
  .addOption(workers())
  .option('--out <file>', 'where to write the plan')
  .option(
    '--equal-coverage',
    'put today, all-fixed and all-mobile beside the plan at equal coverage; takes several times as long',
  )
  .addOption(osrm())
  .addOption(
    new Option('--pareto <number>', 'plans at so many budgets instead of one').argParser(
      whole('--pareto', 2),
    ),
  )
  .action(async (dir: string, options: PlanCommandOptions & { pareto?: number }) => {
    const { pareto } = options
    if (pareto !== undefined) {
      const { paretoCommand } = await import('./commands/pareto.ts')
      result = await paretoCommand(dir, { ...options, pareto }, session())
      return
    }
    const { planCommand } = await import('./commands/plan.ts')
    result = await planCommand(dir, options, session())
  })
command('check <dir> <plan>', 'check a plan against the raw data')
  .addOption(scenario())
  .addOption(workers())
  .action(async (dir: string, plan: string, options: { workers: number; scenario?: string }) => {
    const { checkCommand } = await import('./commands/check.ts')
    result = await checkCommand(dir, plan, options, session())
  })
command(
  'explain <plan>',
  'why a village gets what it gets, what floors cost, which assumptions matter',
)
  .option('--county <dir>', 'default: the folder the plan is in')
  .option('--village <village>', 'village or settlement, by id or name')
  .option('--service <service>', 'one service, by id or name; default: all')
  .option('--shortages', 'what is proved of every floor that the plan misses')
  .option('--floors', 'what each floor costs')
  .option('--assumptions', 'each assumed value a fifth lower and higher')
  .option('--html <file>', 'the answers as a page, in both languages')
  .addOption(workers())
  .action(async (plan: string, options: ExplainOptions) => {
    const { explainCommand } = await import('./commands/explain.ts')
    result = await explainCommand(plan, options, session())
  })
command('plan-edit <plan>', 'change a plan by hand, and have it checked')
  .option('--county <dir>', 'default: the folder the plan is in')
  .option('--edits <file>', 'JSON list of edits, see docs/methods/explain.md')
  .option('--move <visit=date...>', 'or visit=date=vehicle')
  .option('--drop <visit...>', 'visits left out')
  .option('--undo', 'take the last edits back')
  .option('--name <text>', 'what the edited plan is called')
  .requiredOption('--out <file>', 'where to write the edited plan')
  .addOption(workers())
  .action(async (plan: string, options: PlanEditOptions) => {
    const { planEditCommand } = await import('./commands/plan-edit.ts')
    result = await planEditCommand(plan, options, session())
  })
replanOptions(
  command(
    'replan <plan>',
    'a road is closed, a vehicle down, a crew sick, a village calls: a menu of three',
  ),
)
  .addOption(
    new Option(
      '--iterations <number>',
      'rounds for each of the three, in place of the clock; reproducible',
    ).argParser(whole('--iterations', 0)),
  )
  .addOption(seed())
  .addOption(workers())
  .action(async (plan: string, options: ReplanCommandOptions) => {
    const { replanCommand } = await import('./commands/replan.ts')
    result = await replanCommand(plan, options, session())
  })
command('report <dir> <plan>', 'write a plan for reading, printing, Excel, maps and calendars')
  .option('--format <list>', 'html,xlsx,geojson,ics,json', 'html')
  .option('--out <dir>', 'where to write')
  .addOption(scenario())
  .addOption(workers())
  .action(async (dir: string, plan: string, options: ReportCommandOptions) => {
    const { reportCommand } = await import('./commands/report.ts')
    result = await reportCommand(dir, plan, options, session())
  })

command(
  'site <place>',
  'choose sites for one service of a county folder, or for an instance of the literature',
)
  .addOption(
    new Option('--problem <kind>', 'default for a county: least-cost').choices([
      ...new Set([...countyProblems, ...locationKinds]),
    ]),
  )
  .option('--service <id>', 'the service to site, for a county')
  .addOption(
    new Option('--budget <yuan>', 'money once, for a county').argParser(positive('--budget')),
  )
  .addOption(new Option('--format <format>').choices(locationFormats))
  .addOption(new Option('--p <number>', 'sites to open').argParser(whole('--p', 1)))
  .addOption(
    new Option('--radius <number>', 'covered within, inclusive; minutes for a county').argParser(
      positive('--radius'),
    ),
  )
  .addOption(
    new Option('--capacity <number>', 'for files that leave it open').argParser(
      positive('--capacity'),
    ),
  )
  .option('--uncapacitated', 'ignore capacities')
  .addOption(
    new Option('--seconds <number>', 'clock time').argParser(positive('--seconds')).default(60),
  )
  .addOption(seed())
  .addOption(workers())
  .option('--solution <file>', 'where to write the answer')
  .action(async (place: string, options: SiteCommandOptions & SiteCountyOptions) => {
    const { siteCommand } = await import('./commands/site.ts')
    const { siteCountyCommand } = await import('./commands/site-county.ts')
    const county = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
    result = county
      ? await siteCountyCommand(place, options, session())
      : await siteCommand(place, options, session())
  })

const run: RunCommand = async (work) => {
  result = await work(session())
}
addRoutingCommands(command, run, { seed, workers })
addScenarioCommands(command, run, { seed, workers })
addStoreCommands(command, run)

function endBadly(error: unknown): void {
  const { words, stack, code } = endingOf(error, abort.signal.aborted)
  if (words) console.error(`kuashan: ${words[program.opts<{ lang: Language }>().lang]}`)
  if (stack) console.error(stack)
  process.exitCode = code
}

process.on('uncaughtException', (error) => {
  endBadly(error)
  process.exit()
})

try {
  const args = process.argv.slice(2)
  if (args.includes('--json')) program.setOptionValue('json', true)
  await program.parseAsync(args, { from: 'user' })
  process.exitCode = result
} catch (error) {
  endBadly(error)
}
