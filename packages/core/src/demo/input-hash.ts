import { hash32 } from '../kernel/random.ts'
import type { CountyInput } from '../plan/county.ts'

/** A fingerprint of all bytes of a county: tables, roads, terrain. Not for security. */
export function inputHash(input: CountyInput): string {
  const text = hash32(JSON.stringify([input.county, input.minutes]))
  let bytes = 0x811c9dc5
  const add = (array: ArrayBufferView | undefined) => {
    if (!array) return
    const view = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    for (let k = 0; k < view.length; k++) bytes = Math.imul(bytes ^ view[k]!, 0x01000193)
  }
  add(input.roads?.lng)
  add(input.roads?.lat)
  for (const way of input.roads?.ways ?? []) {
    const { points, ...rest } = way
    bytes = hash32(JSON.stringify(rest), bytes)
    add(points)
  }
  for (const tile of input.terrain?.tiles ?? []) add(tile.metres)
  return `${text.toString(16)}-${(bytes >>> 0).toString(16)}`
}
