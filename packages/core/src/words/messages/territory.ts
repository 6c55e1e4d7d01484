import type { territoryCodes } from '../../kernel/codes/territory.ts'
import type { Message } from '../language.ts'

export const territoryMessages: Record<keyof typeof territoryCodes, Message> = {}
