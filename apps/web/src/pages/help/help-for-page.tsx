import { helpFor } from './help-parts.ts'
import { HelpText } from './help-text.tsx'

/** The part about one page, by the first part of its address. */
export default function HelpForPage({ path }: { path: string }) {
  const part = helpFor(path)
  return part ? <HelpText part={part} level={2} /> : null
}
