import type { Service } from '../../../catalogue/service.ts'
import type { Conversion } from '../../../resources/facility.ts'
import type { Fund } from '../../../resources/fund.ts'
import { fundMayPay } from '../../fund-may-pay.ts'

/**
 * Funds that may pay for a conversion for this service, the one it names where it names one. Null stands for "no fund
 * needed": where nothing is to be paid, or the county lists no funds.
 */
export function fundsFor(
  conversion: Conversion,
  service: Service,
  funds: readonly Fund[],
): (string | null)[] {
  if (conversion.capitalFen === 0 || funds.length === 0) return [conversion.fund ?? null]
  return funds
    .filter((fund) => conversion.fund === undefined || fund.id === conversion.fund)
    .filter((fund) => fund.use !== 'running' && fundMayPay(fund, service))
    .map(({ id }) => id)
}
