import { routes } from '@kuashan/contract/routes.ts'
import type { DivisionName } from '@kuashan/contract/territory.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { useMemo } from 'react'
import { useCounty } from '../shell/county.tsx'
import { ownName } from '../shell/own-name.ts'
import { useAnswer } from './server.ts'

const none: readonly DivisionName[] = []

interface Divisions {
  /** County, townships and villages, in the order of the county’s data. */
  all: readonly DivisionName[]
  /** A township or village by its name; an unknown code shows itself. */
  name: (code: string) => string
}

/** What the townships and villages of the county are called: for everybody who works in it, also outside their area. */
export function useDivisions(): Divisions {
  const county = useCounty()
  const language = useLanguage()
  const all = useAnswer(routes.territory.divisions, { params: { county } }).data?.data ?? none
  return useMemo(() => {
    const names = new Map(all.map((one) => [one.code, ownName(one, language)]))
    return { all, name: (code) => names.get(code) ?? code }
  }, [all, language])
}
