import { useLanguage } from '@kuashan/ui/language/language.tsx'

interface Named {
  name: string
  nameEn?: string | undefined
}

/** A thing’s name in the reader’s language, where it has one in it. */
export function useOwnName(): (thing: Named) => string {
  const language = useLanguage()
  return ({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name)
}
