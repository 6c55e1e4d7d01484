import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refused } from '@kuashan/store/database/refused.ts'
import type { FieldCipher } from '@kuashan/store/secrets/field-cipher.ts'
import type { Upload } from '../serve/handler.ts'

const context = 'register upload'

/** A register as it waits for its job: whoever finds the file reads nothing in it. */
export const sealedRegister = (cipher: FieldCipher, files: readonly Upload[]): Upload[] =>
  files.map(({ name, bytes }) => ({ name, bytes: cipher.seal(bytes, context) }))

/** The register of an upload, opened in memory. Refused where it is gone. */
export async function openRegister(
  cipher: FieldCipher,
  folder: string,
  upload: string,
  names: readonly string[],
): Promise<Upload[]> {
  return Promise.all(
    names.map(async (name, k) => {
      const sealed = await readFile(join(folder, upload, `${k}`)).catch(() => null)
      if (!sealed) throw refused('upload-gone')
      return { name, bytes: cipher.openBytes(sealed, context) }
    }),
  )
}
