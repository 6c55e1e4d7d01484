import type { Command } from 'commander'
import type { SetUpOptions } from './commands/set-up.ts'
import type { RunCommand } from './session.ts'

/** The commands of the machine's console over an office and its store: they need the data folder, and no account. */
export function addStoreCommands(
  command: (name: string, description: string) => Command,
  run: RunCommand,
): void {
  const onData = (name: string, description: string): Command =>
    command(name, description).requiredOption('--data <dir>', 'the data folder of the store')
  command('set-up [dir]', 'set an office up: around a county folder, or empty; shows its links')
    .option('--code <code>', 'division code of an empty county')
    .option('--name <name>', 'its name')
    .option('--name-en <name>', 'its name in English')
    .option('--address <url>', 'where the app will be reached', 'http://localhost:8420')
    .action(async (dir: string | undefined, options: SetUpOptions) => {
      const { setUpCommand } = await import('./commands/set-up.ts')
      await run((session) => setUpCommand(dir, options, session))
    })
  onData('backup <file>', 'write everything in a store to one file').action(
    async (file: string, { data }: { data: string }) => {
      const { backupCommand } = await import('./commands/store.ts')
      await run((session) => backupCommand(file, data, session))
    },
  )
  onData('restore <file>', 'bring a backup into a new, empty store').action(
    async (file: string, { data }: { data: string }) => {
      const { restoreCommand } = await import('./commands/store.ts')
      await run((session) => restoreCommand(file, data, session))
    },
  )
  onData('recover <county> <login>', 'make a one-time link for somebody who is locked out')
    .requiredOption('--reason <text>', 'why; it is written in the audit log')
    .action(async (county: string, login: string, options: { data: string; reason: string }) => {
      const { recoverCommand } = await import('./commands/store.ts')
      await run((session) => recoverCommand({ county, login, ...options }, session))
    })
}
