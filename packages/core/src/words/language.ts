/** Both languages everywhere. */
export type Language = 'zh' | 'en'

/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>

/** What happened, and what to do about it. `{name}` is filled from the finding's facts. */
export interface Message {
  what: Words
  remedy: Words
}
