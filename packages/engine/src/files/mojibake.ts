import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { placeIn, type RawRow, type RawTable } from '@kuashan/core/territory/import/raw-table.ts'
import iconv from 'iconv-lite'

/** Share of a column's Chinese cells that have to make sense as UTF-8 before the column counts as garbled. */
const GARBLED_SHARE = 0.8
const FEWEST_CELLS = 3

/** `€` stands for the single byte 0x80 in Windows code page 936; strict GBK has no such character. */
const EURO = '€'

interface Repair {
  text: string
  state: 'whole' | 'euro' | 'lost'
}

/**
 * Undoes UTF-8 bytes that were once read as GBK. A character whose last byte had no partner is lost for
 * good and becomes U+FFFD. Null when the text is no such thing: its bytes are not UTF-8 even so.
 */
export function repairGarbled(garbled: string): Repair | null {
  const intact = garbled.replace(/\ufffd+.*$/s, '')
  const bytes = iconv.encode(intact, 'gbk')
  const cut = garbled.length > intact.length
  const text = bytes.toString('utf8')
  const good = text.replace(/\ufffd.?$/s, '')
  const lost = cut || good.length < text.length || /[?？]$/.test(garbled)
  if (good === '' || good.includes('\ufffd') || !/[^\x20-\x7e]/.test(good)) return null
  if (lost) return { text: `${good.replace(/\?+$/, '')}\ufffd`, state: 'lost' }
  return { text, state: garbled.includes(EURO) ? 'euro' : 'whole' }
}

/** What is left of a text in a column that is garbled for sure: its beginning, as far as it makes sense. */
function salvage(garbled: string): Repair {
  const text = iconv.encode(garbled, 'gbk').toString('utf8')
  return { text: text.replace(/[\ufffd?].*$/s, '\ufffd'), state: 'lost' }
}

function garbledColumn(rows: readonly RawRow[], heading: string): boolean {
  const chinese = rows.map((row) => row.cells[heading] ?? '').filter((t) => /[^\x20-\x7e]/.test(t))
  if (chinese.length < FEWEST_CELLS) return false
  const garbled = chinese.filter((text) => repairGarbled(text) !== null).length
  return garbled >= chinese.length * GARBLED_SHARE
}

/** The table with garbled columns repaired; counts for each column, and each name that lost a character. */
export function repairMojibake(table: RawTable): RawTable {
  const columns = table.headings.filter((heading) => garbledColumn(table.rows, heading))
  if (columns.length === 0) return table
  const findings: Finding[] = []
  const counts = new Map(columns.map((column) => [column, { whole: 0, euro: 0, lost: 0 }]))
  const rows = table.rows.map((row) => {
    const cells = { ...row.cells }
    for (const column of columns) {
      const text = cells[column] ?? ''
      if (!/[^\x20-\x7e]/.test(text)) continue
      const repaired = repairGarbled(text) ?? salvage(text)
      cells[column] = repaired.text
      counts.get(column)![repaired.state]++
      if (repaired.state === 'lost')
        findings.push(
          finding('cell-character-lost', placeIn(table, row.row, column), { value: repaired.text }),
        )
    }
    return { row: row.row, cells }
  })
  const summaries = [...counts].map(([column, count]) =>
    finding('table-mojibake', placeIn(table, undefined, column), count),
  )
  return { ...table, rows, findings: [...table.findings, ...summaries, ...findings] }
}
