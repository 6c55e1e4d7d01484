import { PlainDate } from '../../kernel/calendar.ts'

export type Family = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'

/** What the instances of a family ask of their tours; each has what all have and this. */
export interface FamilyTraits {
  about: { zh: string; en: string }
  /** First day of the horizon. */
  from: PlainDate
  /** How far apart places are, per cent. */
  stretch: number
  /** Bundles given at the places, by name in `bundles.ts`. */
  bundles: readonly string[]
  /** Some visits by given sets of days in place of a spacing. */
  patterns?: true
  mostStops?: true
  /** Market days to seek, days to avoid, days on which a place is closed. */
  markets?: true
  /** Service takes longer when the last visit is long ago. */
  longerByGap?: true
  sameWeekday?: true
  sameVehicle?: true
  /** Van, bus and lorry, with skills, loads and reloads; else vans alone. */
  kinds?: true
  nights?: true
  rest?: true
  /** Roads that close for some days: passes, and with `slides` valley roads too. */
  closures?: 'passes' | 'slides'
  unions?: true
  /** Where the last visit before the horizon was. */
  carriedIn?: true
  /** Visits that may be left out, with prizes in two classes of priority. */
  optional?: true
  /** Tours published before, and visits announced. */
  published?: true
}

const from = (text: string): PlainDate => PlainDate.parse(text)

export const families: Readonly<Record<Family, FamilyTraits>> = {
  A: {
    about: {
      zh: '两周或四周，一个车场，同样的车',
      en: 'two or four weeks, one depot, vehicles alike',
    },
    from: from('2026-03-02'),
    stretch: 100,
    bundles: ['clinic'],
    patterns: true,
    mostStops: true,
  },
  B: {
    about: {
      zh: '一季，有假日；赶集日、并行服务台、随间隔变长的服务',
      en: 'a season with holidays; market days, stations side by side, service that grows with the gap',
    },
    from: from('2026-03-02'),
    stretch: 100,
    bundles: ['clinic', 'pension'],
    markets: true,
    longerByGap: true,
    sameWeekday: true,
  },
  C: {
    about: {
      zh: '四周，多个车场、三种车；技能、载重与途中补货',
      en: 'four weeks, several depots and three kinds of vehicle; skills, loads and reloads',
    },
    from: from('2026-10-12'),
    stretch: 90,
    bundles: ['clinic', 'goods', 'bank', 'x-ray'],
    kinds: true,
    sameVehicle: true,
  },
  D: {
    about: {
      zh: '四周或八周，山谷深远；在外过夜与驾驶员休息',
      en: 'four or eight weeks, long valleys; nights away and rests of the driver',
    },
    from: from('2026-05-11'),
    stretch: 170,
    bundles: ['clinic'],
    nights: true,
    rest: true,
  },
  E: {
    about: {
      zh: '全年；封路、同一地点几种服务合计的间隔、上期最后一次到访',
      en: 'a year; closed roads, spacing over the bundles of a place, the last visit of the year before',
    },
    from: from('2026-01-01'),
    stretch: 110,
    bundles: ['yearly clinic', 'yearly pension'],
    longerByGap: true,
    closures: 'slides',
    unions: true,
    carriedIn: true,
  },
  F: {
    about: {
      zh: '以上全部，并有可不去的到访、优先级、已公布的线路',
      en: 'all of it, and visits that may be left out, priorities, published tours',
    },
    from: from('2026-08-31'),
    stretch: 110,
    bundles: ['clinic', 'pension', 'goods', 'bank', 'x-ray', 'library', 'films'],
    markets: true,
    longerByGap: true,
    sameVehicle: true,
    kinds: true,
    nights: true,
    rest: true,
    closures: 'slides',
    unions: true,
    carriedIn: true,
    optional: true,
    published: true,
  },
  G: {
    about: {
      zh: '大县：多个车场、三种车、过夜、封山口、可不去的到访',
      en: 'large counties: several depots, three kinds of vehicle, nights, closed passes, visits that may be left out',
    },
    from: from('2026-10-12'),
    stretch: 70,
    bundles: ['clinic', 'some goods', 'some books'],
    kinds: true,
    nights: true,
    rest: true,
    closures: 'passes',
    optional: true,
  },
}
