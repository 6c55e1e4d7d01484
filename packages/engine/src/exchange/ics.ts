import type { VillageCalendar } from '@kuashan/core/exchange/visit-calendar.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import ical from 'ical-generator'

const instant = (date: PlainDate, second: number, utcOffset: number): Date => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, day) + (second - utcOffset * 3600) * 1000)
}

/**
 * The iCalendar feed (RFC 5545) of one village, instants in UTC: a county without daylight saving needs no zone
 * table, and phones show its own clock. `stamp` is the day the plan was made for: a feed of the same plan
 * is the same bytes.
 */
export function icsFeed(calendar: VillageCalendar, utcOffset: number, stamp: PlainDate): string {
  const feed = ical({
    name: calendar.name,
    prodId: { company: 'Kuashan', product: 'visit calendar' },
  })
  for (const event of calendar.events)
    feed.createEvent({
      id: event.uid,
      stamp: instant(stamp, 0, utcOffset),
      start: instant(event.date, event.start, utcOffset),
      end: instant(event.date, event.end, utcOffset),
      summary: event.title,
      description: event.services.join('\n'),
      location: event.at
        ? { title: event.place, geo: { lat: event.at[1], lon: event.at[0] } }
        : event.place,
    })
  return feed.toString()
}
