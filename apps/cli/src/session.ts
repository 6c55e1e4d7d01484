import type { Terminal } from './terminal.ts'

/** What every command is given: how to speak, and the signal of Ctrl-C. */
export interface Session {
  terminal: Terminal
  signal: AbortSignal
}
