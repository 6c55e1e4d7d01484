import type { Words } from '@kuashan/core/words/language.ts'

/** The call is wrong (exit code 2): says what, and what to do. */
export class UsageError extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'UsageError'
    this.words = words
  }
}
