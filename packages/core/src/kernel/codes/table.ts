import type { CodeTable } from '../severity.ts'

export const tableCodes = {} as const satisfies CodeTable
