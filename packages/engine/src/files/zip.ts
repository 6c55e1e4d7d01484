import { strToU8, zipSync } from 'fflate'

/** Files in one archive, dated the same day, so that equal content gives equal bytes. */
export function zipOf(files: readonly { name: string; text: string | Uint8Array }[]): Uint8Array {
  const packed = Object.fromEntries(
    files.map(({ name, text }) => [name, typeof text === 'string' ? strToU8(text) : text]),
  )
  return zipSync(packed, { mtime: new Date(2000, 0, 1) })
}
