import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@kuashan/core/kernel/uuid-v7.ts'

/** An id for a record made on this machine now. */
export const newId = (): string => uuidV7(Date.now(), randomBytes(10))
