import type { Words } from '@kuashan/core/words/language.ts'
import { CommanderError } from 'commander'
import { systemErrorWords } from './system-error.ts'
import { UsageError } from './usage-error.ts'

/** How a command that threw ends: what is said on the error stream, and the exit code. */
export interface Ending {
  words: Words | null
  /** Where in the program it happened: for a mistake of ours only. */
  stack?: string
  code: 0 | 2 | 130
}

const interrupted: Words = {
  zh: '已按 Ctrl-C 停止。还没有结果，没有写任何结果文件；原有的都不变。',
  en: 'Stopped by Ctrl-C before there was a result. No result was written; what was there stays as it was.',
}

const ourMistake: Words = {
  zh: '这是本程序的错误，不是您的错。请把所用的命令和下面几行一并发给维护者；原有文件不变。',
  en: 'This is a mistake of the program, not yours. Please send its keepers the command you gave and the lines below; your files are as they were.',
}

/**
 * Tells apart a wrong call, a refusal of the system (a full disk, a read-only folder), a stop by the user and a
 * mistake of the program. Only the last shows a stack.
 */
export function endingOf(error: unknown, aborted: boolean): Ending {
  if (error instanceof UsageError) return { words: error.words, code: 2 }
  if (error instanceof CommanderError) return { words: null, code: error.exitCode === 0 ? 0 : 2 }
  if (aborted && error instanceof Error && error.name === 'AbortError')
    return { words: interrupted, code: 130 }
  const refused = systemErrorWords(error)
  if (refused) return { words: refused, code: 2 }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { words: ourMistake, stack, code: 2 }
}
