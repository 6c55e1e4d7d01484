import type { Random } from '../../kernel/random.ts'

/** A place on the ground; whole metres from the county seat, east, north, and above the sea. */
export interface ValleyPlace {
  x: number
  y: number
  height: number
}

/** A road between two places; `climb` and `fall` are metres up and down on the way from `from` to `to`. */
export interface ValleyRoad {
  from: number
  to: number
  metres: number
  climb: number
  fall: number
  /** Of a car, on the level. */
  kmPerHour: number
  pass: boolean
}

/** A county as a river makes it: a main valley, side valleys and their side valleys. The seat is place 0. */
export interface Valleys {
  places: readonly ValleyPlace[]
  roads: readonly ValleyRoad[]
}

/** Sixteen directions of the compass in thousandths: from a table, because sines differ between machines. */
const directions: readonly (readonly [number, number])[] = [
  [1000, 0],
  [924, 383],
  [707, 707],
  [383, 924],
  [0, 1000],
  [-383, 924],
  [-707, 707],
  [-924, 383],
  [-1000, 0],
  [-924, -383],
  [-707, -707],
  [-383, -924],
  [0, -1000],
  [383, -924],
  [707, -707],
  [924, -383],
]

/** By rank of the valley, the main one first: metres climbed a stretch (least, and how much more), and the speed of its road. */
const ranks = [
  { climb: [6, 20], kmPerHour: 33, weight: 4 },
  { climb: [20, 45], kmPerHour: 28, weight: 3 },
  { climb: [40, 70], kmPerHour: 23, weight: 2 },
  { climb: [50, 90], kmPerHour: 20, weight: 2 },
] as const

const highest = 1_400

/** Where a valley may go on. */
interface Tip {
  place: number
  direction: number
  rank: number
  tries: number
}

/** Whole metres, straight. */
export const straight = (a: ValleyPlace, b: ValleyPlace): number =>
  Math.round(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2))

/** Valleys with `count` places, `stretch` per cent as far apart as in a county of 1 or 2 km between hamlets. */
export function growValleys(count: number, stretch: number, random: Random): Valleys {
  const places: ValleyPlace[] = [{ x: 0, y: 0, height: 160 }]
  const roads: ValleyRoad[] = []
  const ranksOf = [0]
  const along = random.below(16)
  let tips: Tip[] = [along, along + 8].map((direction) => ({
    place: 0,
    direction: direction % 16,
    rank: 0,
    tries: 0,
  }))
  while (places.length < count) {
    if (tips.length === 0) tips = [branch(random.below(places.length), ranksOf, random)]
    const tip = pickTip(tips, random)
    const metres = Math.round(((1_100 + random.below(1_500)) * stretch) / 100)
    const direction = (tip.direction + 15 + random.below(3)) % 16
    const at = stepFrom(places[tip.place]!, direction, metres, tip.rank, random)
    const crowded = places.some(
      (other, k) => k !== tip.place && straight(other, at) < (metres * 3) / 4,
    )
    if (crowded) {
      tip.tries += 1
      if (tip.tries > 4) tips = tips.filter((other) => other !== tip)
      continue
    }
    const here = places.push(at) - 1
    ranksOf.push(tip.rank)
    roads.push(roadUp(places, tip, here, metres, random))
    Object.assign(tip, { place: here, direction, tries: 0 })
    if (random.below(100) < 38) tips.push(branch(here, ranksOf, random, direction))
  }
  return { places, roads }
}

function branch(
  place: number,
  ranksOf: readonly number[],
  random: Random,
  of = random.below(16),
): Tip {
  const turn = 3 + random.below(3)
  return {
    place,
    direction: (of + (random.below(2) === 0 ? turn : 16 - turn)) % 16,
    rank: Math.min(ranks.length - 1, ranksOf[place]! + 1),
    tries: 0,
  }
}

/** Wide valleys grow faster. */
function pickTip(tips: readonly Tip[], random: Random): Tip {
  let left = random.below(tips.reduce((sum, tip) => sum + ranks[tip.rank]!.weight, 0))
  return tips.find((tip) => {
    left -= ranks[tip.rank]!.weight
    return left < 0
  })!
}

function stepFrom(
  from: ValleyPlace,
  direction: number,
  metres: number,
  rank: number,
  random: Random,
): ValleyPlace {
  const [east, north] = directions[direction]!
  const [least, more] = ranks[rank]!.climb
  return {
    x: from.x + Math.round((east * metres) / 1000),
    y: from.y + Math.round((north * metres) / 1000),
    height: Math.min(highest, from.height + least + random.below(more)),
  }
}

/** Roads wind: 15 to 60 per cent longer than straight, and they lose some of the height they win. */
function roadUp(
  places: readonly ValleyPlace[],
  tip: Tip,
  to: number,
  metres: number,
  random: Random,
): ValleyRoad {
  const lost = random.below(25)
  return {
    from: tip.place,
    to,
    metres: Math.round((metres * (115 + random.below(45))) / 100),
    climb: places[to]!.height - places[tip.place]!.height + lost,
    fall: lost,
    kmPerHour: ranks[tip.rank]!.kmPerHour,
    pass: false,
  }
}
