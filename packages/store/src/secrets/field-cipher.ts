import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from './secrets-file.ts'

/** Seals single fields before they reach the database, and finds equal ones again without opening them. */
export interface FieldCipher {
  /** `context` binds the sealed bytes to their row: moved to another row they do not open. */
  seal(content: string | Uint8Array, context: string): Buffer
  open(sealed: Uint8Array, context: string): string
  openBytes(sealed: Uint8Array, context: string): Buffer
  /** Keyed hash for lookups: useless without the key, even for numbers that can be listed. */
  index(text: string, context: string): string
}

/** AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D); layout: nonce 12, tag 16, text. */
export function fieldCipher(secrets: Pick<Secrets, 'fieldKey' | 'indexKey'>): FieldCipher {
  const key = Buffer.from(secrets.fieldKey, 'hex')
  const openBytes = (sealed: Uint8Array, context: string): Buffer => {
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    cipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()])
  }
  return {
    seal(content, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(content), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open: (sealed, context) => openBytes(sealed, context).toString('utf8'),
    openBytes,
    index: (text, context) =>
      createHmac('sha256', Buffer.from(secrets.indexKey, 'hex'))
        .update(`${context}\n${text}`)
        .digest('hex'),
  }
}
