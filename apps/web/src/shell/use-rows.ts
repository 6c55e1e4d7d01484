import { useState } from 'react'

interface EditedRow<Row> {
  /** Stays with the row while others are taken away. */
  key: number
  row: Row
  onChange: (row: Row) => void
  onRemove: () => void
}

/** Rows of a form that have no name of their own, each with what changes it or takes it away. */
export function useRows<Row>(rows: readonly Row[], onChange: (rows: Row[]) => void) {
  const [keys, setKeys] = useState(() => rows.map((_, at) => at))
  const edited: EditedRow<Row>[] = rows.map((row, at) => ({
    key: keys[at]!,
    row,
    onChange: (next) => onChange(rows.map((old, k) => (k === at ? next : old))),
    onRemove: () => {
      setKeys(keys.filter((_, k) => k !== at))
      onChange(rows.filter((_, k) => k !== at))
    },
  }))
  const add = (row: Row) => {
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    onChange([...rows, row])
  }
  return { edited, add }
}
