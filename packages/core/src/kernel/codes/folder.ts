import type { CodeTable } from '../severity.ts'

export const folderCodes = {} as const satisfies CodeTable
