/**
 * A UUID of version 7: 48 bits of Unix milliseconds, then chance, so that ids made later sort later (RFC 9562, 5.7).
 * Made by whoever makes the record, online or not; ten random bytes come in by argument.
 */
export function uuidV7(millis: number, random: Uint8Array): string {
  if (random.length < 10) throw new Error(`10 random bytes wanted, got ${random.length}`)
  const bytes = new Uint8Array(16)
  for (let k = 0; k < 6; k++) bytes[k] = Math.floor(millis / 256 ** (5 - k)) % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
