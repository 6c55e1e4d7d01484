import { PlainDate } from '@kuashan/core/kernel/calendar.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** Today by the clock on the wall. */
export function today(): PlainDate {
  const now = new Date()
  return PlainDate.parse(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}
