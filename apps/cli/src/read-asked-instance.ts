import { basename } from 'node:path'
import { type InstanceFormat, readInstance } from '@kuashan/core/planner/formats/read-instance.ts'
import type { ReadInstance } from '@kuashan/core/planner/formats/read-result.ts'
import { decoded, detectEncoding } from '@kuashan/engine/files/encoding.ts'
import { UsageError } from './usage-error.ts'

/** Reads an instance from a file. */
export const readAskedInstance = async (
  file: string,
  format: InstanceFormat | undefined,
): Promise<ReadInstance> => readInstance(await readText(file), basename(file), format)

/** A file in whatever encoding; one that isn't there is a wrong call. */
export async function readText(file: string): Promise<string> {
  try {
    let text = ''
    for await (const chunk of decoded(file, await detectEncoding(file))) text += chunk
    return text
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new UsageError({ zh: `读不到文件 ${file}。`, en: `Cannot read the file ${file}.` })
    throw error
  }
}
