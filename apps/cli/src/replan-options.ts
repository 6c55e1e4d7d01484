import { type Command, Option } from 'commander'

const many = (value: string, before: string[]): string[] => [...before, value]

/** What a re-plan can be told: what happened, when, and what must stay. */
export const replanOptions = (command: Command): Command =>
  command
    .option('--county <dir>', 'the county folder; default: the one the plan lies in')
    .option('--close <road>', 'a road is closed: id or name', many, [])
    .option('--open <road>', 'a road is open again', many, [])
    .option('--vehicle-down <id>', 'a vehicle is not to be had', many, [])
    .option('--staff-away <id>', 'somebody is away', many, [])
    .option('--call <village>', 'a settlement asks for a visit', many, [])
    .option('--service <id>', 'what the village asks for')
    .option('--from <date>', 'first day of it; default: today')
    .option('--to <date>', 'last day of it; default: the end of the horizon')
    .option('--today <date>', 'days before it are over; default: this machine’s date')
    .option('--frozen-until <date>', 'first day that may change by choice; default: today + 3 days')
    .option('--lock <id>', 'a visit or tour that stays', many, [])
    .option('--earlier <plan>', 'a plan that held before: its visits are wanted again')
    .addOption(
      new Option('--choose <kind>', 'which to write').choices(['fewest', 'cheapest', 'floors']),
    )
    .option('--out <file>', 'where to write the plan that is chosen')
    .option('--html <file>', 'where to write the menu as a page')
