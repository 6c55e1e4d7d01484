import { nameFitter, type Spell } from './find-names.ts'

/**
 * Rows that have a name that fits by characters, pinyin or initials: best first, equal ones as they stood; all of them where
 * nothing was typed.
 */
export function rowFinder(spell: Spell) {
  const fit = nameFitter(spell)
  return <R>(typed: string, rows: readonly R[], namesOf: (row: R) => readonly string[]): R[] => {
    if (typed.trim() === '') return [...rows]
    const found = rows.flatMap((row) => {
      const fits = namesOf(row).map((name) => fit(typed, name) ?? Number.POSITIVE_INFINITY)
      const best = Math.min(...fits)
      return Number.isFinite(best) ? [{ row, best }] : []
    })
    return found.sort((a, b) => a.best - b.best).map(({ row }) => row)
  }
}
