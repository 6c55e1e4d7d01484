import type { Cell, Measurement } from '@kuashan/core/access/measurement.ts'
import type { Catalogue } from '@kuashan/core/catalogue/catalogue.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'

/** Width on a terminal: Chinese characters take two columns. */
const width = (text: string): number =>
  [...text].reduce((n, c) => n + ((c.codePointAt(0) as number) > 0x2e7f ? 2 : 1), 0)
const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)))

/** Coverage by service as lines of text, worst first. */
export function coverageLines(
  measurement: Measurement,
  catalogue: Catalogue,
  language: Language,
): string[] {
  const cells = new Map<string, Cell[]>()
  for (const cell of measurement.cells)
    cells.set(cell.service, [...(cells.get(cell.service) ?? []), cell])
  const names = new Map(
    catalogue.services.map((s) => [s.id, language === 'zh' ? s.nameZh : s.nameEn]),
  )
  const rows = [...cells].map(([service, list]) => {
    const people = list.reduce((n, c) => n + c.people, 0)
    const met = list.reduce((n, c) => n + (c.met ? c.people : 0), 0)
    return { service, people, share: people === 0 ? 1 : met / people }
  })
  return rows
    .sort((a, b) => a.share - b.share || (a.service < b.service ? -1 : 1))
    .map(
      (r) =>
        `${formatShare(r.share).padStart(6)}  ${r.service}  ${pad(names.get(r.service) ?? '', 44)} ${formatNumber(r.people).padStart(9)}`,
    )
}
