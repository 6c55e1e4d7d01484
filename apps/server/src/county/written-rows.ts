const written = new WeakMap<object, string>()

function rowWritten(row: object): string {
  const known = written.get(row)
  if (known !== undefined) return known
  const text = JSON.stringify(row)
  written.set(row, text)
  return text
}

/**
 * Tables of a county as JSON. Each row is written once for as long as it lives: where one is corrected the others stay what
 * they were. They were taken by the schema of the core, which the route’s is made of.
 */
export const writtenRows = (tables: Readonly<Record<string, readonly object[]>>): string => {
  const parts = Object.entries(tables).map(
    ([name, rows]) => `${JSON.stringify(name)}:[${rows.map(rowWritten).join(',')}]`,
  )
  return `{${parts.join(',')}}`
}
