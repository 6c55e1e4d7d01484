import type { CodeTable } from '../severity.ts'

export const territoryCodes = {} as const satisfies CodeTable
