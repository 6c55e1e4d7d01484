/** Both languages everywhere. */
export type Language = 'zh' | 'en'

/**
 * One text in both languages. `{name}` is filled from facts; `{name|one|many}` is what goes with the number of
 * that fact, as in `{n} {n|visit|visits}`.
 */
export type Words = Readonly<Record<Language, string>>

/** A text with its facts filled in; a name that has none stays as it stands, so that it is seen. */
export const filled = (
  text: string,
  factOf: (name: string) => string | number | undefined,
): string =>
  text.replace(
    /\{(\w+)(?:\|([\w ]+)\|([\w ]+))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const fact = factOf(name)
      if (one === undefined || many === undefined) return String(fact ?? whole)
      return String(fact) === '1' ? one : many
    },
  )

/** What happened, and what to do about it. `{name}` is filled from the finding's facts. */
export interface Message {
  what: Words
  remedy: Words
}
