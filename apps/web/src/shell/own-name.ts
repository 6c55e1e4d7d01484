import type { Language } from '@kuashan/core/words/language.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'

interface Named {
  name: string
  nameEn?: string | null | undefined
}

/** A thing’s name in a language, where it has one in it. */
export const ownName = ({ name, nameEn }: Named, language: Language): string =>
  language === 'en' ? (nameEn ?? name) : name

/** A thing’s name in the reader’s language, where it has one in it. */
export function useOwnName(): (thing: Named) => string {
  const language = useLanguage()
  return (thing) => ownName(thing, language)
}
