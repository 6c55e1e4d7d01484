import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { expect, test } from 'vitest'
import { icsFeed } from './ics.ts'

const day = '2027-01-05' as PlainDate
const calendar = {
  village: '331199101201',
  name: '青竹村',
  events: [
    {
      uid: 'v1-2027-01-05/1@331199101201',
      date: day,
      start: 9 * 3600,
      end: 10.5 * 3600,
      title: '巡回医疗车',
      place: '青竹',
      at: [119.5, 27.9] as [number, number],
      services: ['看病', '随访'],
    },
  ],
}

test('nine o’clock at UTC+8 is one o’clock UTC; place and services are told', () => {
  const feed = icsFeed(calendar, 8, '2027-01-01' as PlainDate)
  expect(feed).toContain('DTSTART:20270105T010000Z')
  expect(feed).toContain('DTEND:20270105T023000Z')
  expect(feed).toContain('SUMMARY:巡回医疗车')
  expect(feed).toContain('GEO:27.9;119.5')
  expect(feed.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
})

test('the same plan gives the same bytes', () => {
  const stamp = '2027-01-01' as PlainDate
  expect(icsFeed(calendar, 8, stamp)).toBe(icsFeed(calendar, 8, stamp))
})
