import { coverageByService } from '@kuashan/core/access/coverage.ts'
import type { Measurement } from '@kuashan/core/access/measurement.ts'
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
  const names = new Map(
    catalogue.services.map((s) => [s.id, language === 'zh' ? s.nameZh : s.nameEn]),
  )
  return coverageByService(measurement.cells).map(
    ({ key, entitled, share }) =>
      `${formatShare(share).padStart(6)}  ${key}  ${pad(names.get(key) ?? '', 44)} ${formatNumber(entitled).padStart(9)}`,
  )
}
