import type { folderCodes } from '../../kernel/codes/folder.ts'
import type { Message } from '../language.ts'

export const folderMessages: Record<keyof typeof folderCodes, Message> = {}
