import { compareText } from '../../kernel/order.ts'
import { priceOf } from './book.ts'
import type { Booking } from './shared-resource.ts'

/** What one unit owes another for a month. */
export interface SettlementLine {
  borrower: string
  owner: string
  hours: number
  fen: number
}

export interface Settlement {
  lines: SettlementLine[]
  /** What each unit gets (above zero) or pays; the sum over all is zero. */
  balances: { unit: string; fen: number }[]
}

/** Settles the bookings of a month (`2026-03`) between units: hours × the price that was agreed. One’s own resources cost nothing. */
export function settleMonth(
  month: string,
  bookings: readonly (Booking & { owner: string })[],
): Settlement {
  const lines = new Map<string, SettlementLine>()
  for (const booking of bookings) {
    const { unit: borrower, owner, date, from, to, pricePerHourFen } = booking
    if (!date.startsWith(`${month}-`) || borrower === owner) continue
    const key = `${borrower}\n${owner}`
    const line = lines.get(key) ?? { borrower, owner, hours: 0, fen: 0 }
    line.hours += (to - from) / 60
    line.fen += priceOf({ from, to }, pricePerHourFen)
    lines.set(key, line)
  }
  const balances = new Map<string, number>()
  const add = (unit: string, fen: number) => balances.set(unit, (balances.get(unit) ?? 0) + fen)
  for (const { borrower, owner, fen } of lines.values()) {
    add(owner, fen)
    add(borrower, -fen)
  }
  return {
    lines: [...lines.values()].sort(
      (a, b) => compareText(a.borrower, b.borrower) || compareText(a.owner, b.owner),
    ),
    balances: [...balances]
      .map(([unit, fen]) => ({ unit, fen }))
      .sort((a, b) => compareText(a.unit, b.unit)),
  }
}
