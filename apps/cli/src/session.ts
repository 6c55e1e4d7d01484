import type { Terminal } from './terminal.ts'

/** What every command is given: how to speak, and the signal of Ctrl-C. */
export interface Session {
  terminal: Terminal
  signal: AbortSignal
}

/** Runs a command's work with the session of the call and keeps its exit code. */
export type RunCommand = (work: (session: Session) => Promise<0 | 1>) => Promise<void>
