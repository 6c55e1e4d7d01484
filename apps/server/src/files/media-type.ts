const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  zip: 'application/zip',
}

/** The media type of a file that we make, by its ending. */
export const mediaTypeOf = (file: string): string => types[file.split('.').at(-1)!]!
