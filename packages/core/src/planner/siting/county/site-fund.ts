import type { Service } from '../../../catalogue/service.ts'
import type { Conversion } from '../../../resources/facility.ts'
import type { Fund } from '../../../resources/fund.ts'

const mayPay = (fund: Fund, service: Service): boolean =>
  fund.use !== 'running' &&
  (!fund.basicOnly || service.basic) &&
  ((fund.services.length === 0 && fund.domains.length === 0) ||
    fund.services.includes(service.id) ||
    fund.domains.includes(service.domain))

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
    .filter((fund) => mayPay(fund, service))
    .map(({ id }) => id)
}
