import type { CodeTable } from '../severity.ts'

export const catalogueCodes = {} as const satisfies CodeTable
