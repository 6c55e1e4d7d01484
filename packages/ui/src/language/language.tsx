import { filled, type Language, type Words } from '@kuashan/core/words/language.ts'
import { createContext, type ReactNode, useContext } from 'react'

const Chosen = createContext<Language>('zh')

/** The language in which everything below is said. */
export const LanguageProvider = ({
  language,
  children,
}: {
  language: Language
  children: ReactNode
}) => <Chosen value={language}>{children}</Chosen>

export const useLanguage = (): Language => useContext(Chosen)

/** Says words in the chosen language, `facts` filled in. */
export type Say = (words: Words, facts?: Readonly<Record<string, string | number>>) => string

export function useSay(): Say {
  const language = useLanguage()
  return (words, facts = {}) => filled(words[language], (name) => facts[name])
}
