import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Where data lives: `KUASHAN_DATA`, or `data/` beside the program. One setting; `start` prints it. */
export const dataFolder = (): string =>
  resolve(process.env.KUASHAN_DATA ?? join(repository, 'data'))
