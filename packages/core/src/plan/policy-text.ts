import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'

/** A policy text that standards lean on, named so that anybody finds it in the archive; no address that may go away. */
export const PolicyText = z.object({
  id: z.string().min(1).max(80),
  title: z.string().trim().min(1).max(300),
  /** The number it was issued under: 丽政办发〔2026〕12号. '' where it has none. */
  number: z.string().trim().max(100).default(''),
  /** The article or clause that is meant; '' for the whole text. */
  article: z.string().trim().max(100).default(''),
  issuedBy: z.string().trim().max(200).default(''),
  date: PlainDate,
})
export type PolicyText = z.infer<typeof PolicyText>

/** Ids that stand twice, and one article of one text that is entered twice. */
export function lintPolicyTexts(texts: readonly PolicyText[]): Finding[] {
  const what = ({ title, number, article }: PolicyText) => `${title}|${number}|${article}`
  return texts
    .filter((text, k) =>
      texts.slice(0, k).some((other) => other.id === text.id || what(other) === what(text)),
    )
    .map(({ id, title }) => finding('policy-text-twice', { path: id }, { id, title }))
}

/** Whether a standard that cites this document and clause leans on the text. Spaces do not count. */
export function isCited(text: PolicyText, document: string, clause: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, '')
  const cited = plain(document)
  const byNumber = text.number !== '' && cited.includes(plain(text.number))
  return (
    (byNumber || cited.includes(plain(text.title))) &&
    (text.article === '' || plain(text.article) === plain(clause))
  )
}
