import type { tableCodes } from '../../kernel/codes/table.ts'
import type { Message } from '../language.ts'

export const tableMessages: Record<keyof typeof tableCodes, Message> = {}
