import type { Service } from './service.ts'

/**
 * Times a year that one person entitled needs a service: the county's own (assumption `needTimesYear.<service>`), else
 * the catalogue's; null where nobody states any.
 */
export const needTimesYear = (
  service: Service,
  assumptions: Readonly<Record<string, number>>,
): number | null => assumptions[`needTimesYear.${service.id}`] ?? service.needTimesYear ?? null
