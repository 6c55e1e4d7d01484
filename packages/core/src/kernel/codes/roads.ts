import type { CodeTable } from '../severity.ts'

export const roadCodes = {} as const satisfies CodeTable
