import { useMemo, useState } from 'react'
import { nameFitter } from './find-names.ts'
import { rowFinder } from './find-rows.ts'
import { useSpell } from './use-spell.ts'

/** The rows of a table that fit what was typed into its box. */
export type FindRows = <R>(rows: readonly R[], namesOf: (row: R) => readonly string[]) => R[]

/** Finds rows by what is typed into a box: by characters at once, by pinyin and initials as soon as these are loaded. */
export function useFindRows(typed: string): FindRows {
  const spell = useSpell(typed.trim() !== '')
  const find = useMemo(() => rowFinder(spell), [spell])
  return (rows, namesOf) => find(typed, rows, namesOf)
}

interface Option {
  label?: unknown
}

/** The search of a list to choose from: by characters, pinyin and initials of its labels, best first. */
export interface OptionSearch {
  onSearch: (typed: string) => void
  filterOption: (typed: string, option?: Option) => boolean
  filterSort: (a: Option, b: Option, info: { searchValue: string }) => number
}

export function useOptionSearch(): OptionSearch {
  const [isWanted, setWanted] = useState(false)
  const spell = useSpell(isWanted)
  return useMemo(() => {
    const fit = nameFitter(spell)
    const fitOf = (typed: string, option?: Option) => fit(typed, String(option?.label ?? ''))
    return {
      onSearch: () => setWanted(true),
      filterOption: (typed, option) => typed.trim() === '' || fitOf(typed, option) !== null,
      filterSort: (a, b, { searchValue: typed }) =>
        typed.trim() === '' ? 0 : (fitOf(typed, a) ?? 9) - (fitOf(typed, b) ?? 9),
    }
  }, [spell])
}
