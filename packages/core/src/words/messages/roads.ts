import type { roadCodes } from '../../kernel/codes/roads.ts'
import type { Message } from '../language.ts'

export const roadMessages: Record<keyof typeof roadCodes, Message> = {}
