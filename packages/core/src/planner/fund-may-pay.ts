import type { Service } from '../catalogue/service.ts'
import type { Fund } from '../resources/fund.ts'

/** Whether a fund may pay for a service at all, whatever it may be used for: running, capital or both. */
export const fundMayPay = (fund: Fund, service: Service): boolean =>
  (!fund.basicOnly || service.basic) &&
  ((fund.services.length === 0 && fund.domains.length === 0) ||
    fund.services.includes(service.id) ||
    fund.domains.includes(service.domain))
