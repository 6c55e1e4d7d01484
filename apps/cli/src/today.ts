import { PlainDate } from '@kuashan/core/kernel/calendar.ts'

/** The date on this machine's clock, in its own zone. */
export function today(): PlainDate {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return PlainDate.parse(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}
