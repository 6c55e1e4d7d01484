import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { useMemo } from 'react'
import { useCounty } from '../shell/county.tsx'
import { useAnswer } from './server.ts'

interface Services {
  /** Null while it is fetched. */
  catalogue: CatalogueOfCounty | null
  /** A service by its name; an unknown id shows itself. */
  name: (id: string) => string
  /** All of them to choose from. */
  options: { value: string; label: string }[]
}

/** The county’s catalogue, and services by name in the reader’s language. */
export function useServices(): Services {
  const county = useCounty()
  const language = useLanguage()
  const catalogue = useAnswer(routes.catalogue.get, { params: { county } }).data?.data ?? null
  return useMemo(() => {
    const names = new Map(
      (catalogue?.services ?? []).map(
        (s) => [s.id, language === 'en' ? s.nameEn : s.nameZh] as const,
      ),
    )
    return {
      catalogue,
      name: (id: string) => names.get(id) ?? id,
      options: [...names].map(([value, label]) => ({ value, label })),
    }
  }, [catalogue, language])
}
