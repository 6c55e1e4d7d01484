import type { catalogueCodes } from '../../kernel/codes/catalogue.ts'
import type { Message } from '../language.ts'

export const catalogueMessages: Record<keyof typeof catalogueCodes, Message> = {}
