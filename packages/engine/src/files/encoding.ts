import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'

/** Reads a file as text, chunk by chunk, without its byte order mark. */
export async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

/**
 * The encoding of a text file: UTF-16 by its mark, UTF-8 when every byte fits it, else GB18030, which
 * Chinese spreadsheets write and which fits nearly anything. Reads the file once, in constant memory.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const file = await open(path)
  const mark = Buffer.alloc(2)
  await file.read(mark, 0, 2, 0)
  await file.close()
  if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const stream = createReadStream(path, { highWaterMark: 1 << 18 })
  try {
    for await (const chunk of stream) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  } finally {
    stream.destroy()
  }
}
