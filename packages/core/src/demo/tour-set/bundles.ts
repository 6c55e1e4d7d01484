/** Services given together at a place, as the set asks for them. */
export interface BundleSpec {
  /** Which of them work side by side at a stop. */
  station: string
  /** Per cent of the places that have it. */
  share: number
  /** Calendar days between visits on average; one is drawn. */
  every: readonly number[]
  /** Least, and how much more, in minutes. */
  service: readonly [least: number, more: number]
  /** Minutes to set up at the stop. */
  setup: number
  skill?: string
  /** Kilograms brought a visit (least, and how much more); half as much is taken back. */
  load?: readonly [least: number, more: number]
  /** May be left out; a lower class counts first. */
  optional?: { priority: number; prize: readonly [least: number, more: number] }
}

/** Invented services with the durations of township crews. */
export const bundles: Readonly<Record<string, BundleSpec>> = {
  clinic: {
    station: 'doctor',
    share: 100,
    every: [7, 14, 14, 28],
    service: [40, 60],
    setup: 10,
    skill: 'clinic',
  },
  'yearly clinic': {
    station: 'doctor',
    share: 100,
    every: [15, 15, 30],
    service: [45, 60],
    setup: 10,
    skill: 'clinic',
  },
  pension: {
    station: 'clerk',
    share: 40,
    every: [28, 45],
    service: [25, 30],
    setup: 5,
    skill: 'clinic',
  },
  'yearly pension': {
    station: 'clerk',
    share: 35,
    every: [30, 60, 91],
    service: [30, 30],
    setup: 5,
    skill: 'clinic',
  },
  goods: {
    station: 'lorry',
    share: 45,
    every: [7, 14],
    service: [15, 25],
    setup: 5,
    skill: 'goods',
    load: [80, 420],
  },
  'some goods': {
    station: 'lorry',
    share: 20,
    every: [14],
    service: [15, 25],
    setup: 5,
    skill: 'goods',
    load: [80, 420],
  },
  bank: {
    station: 'counter',
    share: 20,
    every: [14, 28],
    service: [40, 30],
    setup: 10,
    skill: 'bank',
  },
  'x-ray': {
    station: 'x-ray',
    share: 15,
    every: [28],
    service: [60, 40],
    setup: 20,
    skill: 'x-ray',
  },
  library: {
    station: 'books',
    share: 25,
    every: [14, 28],
    service: [30, 20],
    setup: 5,
    skill: 'library',
    optional: { priority: 1, prize: [20, 60] },
  },
  'some books': {
    station: 'books',
    share: 12,
    every: [28],
    service: [30, 20],
    setup: 5,
    skill: 'library',
    optional: { priority: 1, prize: [20, 60] },
  },
  films: {
    station: 'screen',
    share: 12,
    every: [28],
    service: [90, 30],
    setup: 15,
    skill: 'library',
    optional: { priority: 2, prize: [10, 40] },
  },
}
