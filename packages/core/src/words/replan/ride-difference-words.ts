import type { PlainDate } from '../../kernel/calendar.ts'
import { formatClock, formatDay, formatWeekday } from '../format.ts'
import type { Language } from '../language.ts'
import { causeWords } from './difference-words.ts'

interface SaidRide {
  date: PlainDate
  /** Null where hired. */
  vehicle: string | null
  arrive: number
}

/** A ride on one date that goes otherwise, with names in place of ids, as one of its pick-ups sees it. */
export interface SaidRideDifference {
  services: string
  site: string
  before: SaidRide
  /** Null where it does not go, or not by here. */
  after: SaidRide | null
  cause: 'no-road' | 'vehicle-down' | 'crew-missing'
}

/** One ride in a sentence, dates first, without the village's name. */
export function rideDifferenceWords(d: SaidRideDifference, language: Language): string {
  const zh = language === 'zh'
  const cause = causeWords[d.cause][language]
  return zh
    ? `${whatZh(d)}：到${d.site}，${d.services}（${cause}）`
    : `${whatEn(d)}: to ${d.site}, ${d.services} (${cause})`
}

function whatZh({ before, after }: SaidRideDifference): string {
  const day = (date: PlainDate) => `${formatDay(date, 'zh')}（${formatWeekday(date, 'zh')}）`
  if (after === null) return `${day(before.date)}的接送取消`
  const at = `${formatClock(after.arrive)} 到`
  const by = after.vehicle === before.vehicle ? '' : `，改由${after.vehicle ?? '租用的车'}`
  return after.date === before.date
    ? `${day(before.date)}的接送照旧，${at}${by}`
    : `${day(before.date)}的接送改到 ${day(after.date)}，${at}${by}`
}

function whatEn({ before, after }: SaidRideDifference): string {
  const day = (date: PlainDate) => `${formatWeekday(date, 'en')} ${formatDay(date, 'en')}`
  const was = `the ride on ${day(before.date)}`
  if (after === null) return `${was} is cancelled`
  const at = `there at ${formatClock(after.arrive)}`
  const by = after.vehicle === before.vehicle ? '' : `, by ${after.vehicle ?? 'a hired bus'}`
  return after.date === before.date
    ? `${was} stays, ${at}${by}`
    : `${was} goes on ${day(after.date)}, ${at}${by}`
}
