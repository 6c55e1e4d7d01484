import { type Prevalence, prevalence } from '../catalogue/prevalence.ts'
import type { Scalar } from '../catalogue/rule-share.ts'
import { shareOf } from '../catalogue/rule-share.ts'
import type { Service } from '../catalogue/service.ts'
import { addDays, type PlainDate } from '../kernel/calendar.ts'
import { type Random, random } from '../kernel/random.ts'
import type { CountyInput } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import { syntheticIdentity } from './synthetic-identity.ts'

/** A made-up resident: no name, an identity number that is nobody's. */
interface DemoPerson {
  /** Random and internal; says nothing about the person. */
  id: string
  settlement: string
  born: PlainDate
  identityNumber: string
  /** Attributes the catalogue's rules ask for; one that is absent the person has none of. */
  attributes: Readonly<Record<string, Scalar | readonly Scalar[]>>
  /** Benefits the rules give this person, and those of them that somebody has claimed. Service ids. */
  entitled: readonly string[]
  claimed: readonly string[]
}

/** Benefits that must be asked for, with the department that gives them. */
export const claimedBenefits: Readonly<Record<string, string>> = {
  'ELD-03': 'civilAffairs',
  'ELD-05': 'civilAffairs',
  'ELD-09': 'healthInsurance',
  'SOC-01': 'humanResources',
  'SOC-03': 'civilAffairs',
  'SOC-04': 'healthInsurance',
  'EMP-03': 'humanResources',
  'HOU-02': 'housing',
  'DIS-01': 'disabledFederation',
  'DIS-02': 'disabledFederation',
}

/** Share of benefits that reached the person; the rest nobody claimed. */
const claimShare = 0.86

/**
 * The permanent residents of a county one by one, settlement after settlement: ages by its bands, attributes by the rates of
 * the catalogue, benefits by its rules. Taken as far as needed; each settlement has its own stream, so a part is as in the whole.
 */
export function* demoPeople(
  input: CountyInput,
  seed: number,
  settlements: readonly Settlement[] = input.county.settlements,
): Generator<DemoPerson> {
  const { settings } = input.county
  const rates = prevalence(settings.assumptions)
  const benefits = input.catalogue.services.filter((s) => claimedBenefits[s.id] !== undefined)
  const source = random(seed)
  for (const settlement of settlements) {
    const draw = source.fork(settlement.id)
    for (const band of settlement.permanent.bands) {
      for (let k = 0; k < band.people; k++) {
        const age = band.from + draw.below((band.to ?? band.from + 14) - band.from + 1)
        yield personOf(settlement, age, settings.asOf, rates, benefits, draw)
      }
    }
  }
}

function personOf(
  settlement: Settlement,
  age: number,
  asOf: PlainDate,
  rates: Prevalence,
  benefits: readonly Service[],
  draw: Random,
): DemoPerson {
  // Born so that `age` years are complete and the next birthday is still to come.
  const birthday = addDays(asOf, -draw.below(365))
  const born = dayIn(Number(birthday.slice(0, 4)) - age, birthday.slice(4))
  const sex = draw.next() < 0.49 ? 'F' : 'M'
  const attributes: Record<string, Scalar | Scalar[]> = {
    ...drawn(rates, age, draw),
    age,
    sex,
    residence: 'permanent',
  }
  const entitled = benefits.filter((s) => holds(s, attributes)).map((s) => s.id)
  return {
    id: Array.from({ length: 3 }, () => draw.below(65_536).toString(16).padStart(4, '0')).join(''),
    settlement: settlement.id,
    born,
    identityNumber: syntheticIdentity(born, 2 * draw.below(500) + (sex === 'M' ? 1 : 0)),
    attributes,
    entitled,
    claimed: entitled.filter(() => draw.next() < claimShare),
  }
}

/** A day of a year; 29 February becomes the 28th where there is none. */
const dayIn = (year: number, monthDay: string): PlainDate => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}${monthDay === '-02-29' && !leap ? '-02-28' : monthDay}` as PlainDate
}

function drawn(rates: Prevalence, age: number, draw: Random): Record<string, Scalar | Scalar[]> {
  const attributes: Record<string, Scalar | Scalar[]> = {}
  for (const [name, { kind, rates: all }] of Object.entries(rates.attributes)) {
    const mine = all.filter((r) => r.from <= age && (r.to === null || age <= r.to))
    if (kind === 'set') {
      attributes[name] = mine.filter((r) => draw.next() < r.rate).map((r) => r.value)
      continue
    }
    let left = draw.next()
    for (const { value, rate } of mine) {
      left -= rate
      if (left < 0) {
        attributes[name] = value
        break
      }
    }
  }
  return attributes
}

/** Whether a service's rule holds for a person of known attributes. */
function holds(service: Service, attributes: Record<string, Scalar | Scalar[]>): boolean {
  const share = shareOf(
    service.entitled.rule,
    {
      one: (name) => {
        const value = attributes[name]
        return value === undefined || Array.isArray(value) ? [] : [{ value, chance: 1 }]
      },
      has: (name, value) => {
        const set = attributes[name]
        return Array.isArray(set) && set.includes(value) ? 1 : 0
      },
    },
    new Set(),
  )
  return share > 0.5
}
