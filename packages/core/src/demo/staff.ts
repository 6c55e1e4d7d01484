import type { Random } from '../kernel/random.ts'
import { yuan } from '../kernel/units.ts'
import type { Facility } from '../resources/facility.ts'
import type { StaffMember } from '../resources/staff.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { townshipOf } from '../territory/division.ts'

type Post = StaffMember['post']

/** Yuan an hour, all in. */
const hourYuan: Readonly<Record<Post, number>> = {
  doctor: 68,
  nurse: 46,
  villageDoctor: 34,
  technician: 46,
  driver: 34,
  carer: 30,
  teacher: 58,
  clerk: 40,
  salesperson: 32,
  other: 30,
}

type Team = readonly (readonly [post: Post, count: number, weeklyHours: number])[]

/** Who works at a site of a kind. `size` is 1 in an ordinary township. */
function teamOf(facility: Facility, size: number): Team {
  const many = (n: number) => Math.max(1, Math.round(n * size))
  switch (facility.kind) {
    case 'countyHospital':
      return facility.id.startsWith('HOS1')
        ? [
            ['doctor', 120, 40],
            ['nurse', 190, 40],
            ['technician', 34, 40],
            ['driver', 6, 40],
          ]
        : [
            ['doctor', 46, 40],
            ['nurse', 64, 40],
            ['technician', 10, 40],
          ]
    case 'townshipHealthCentre':
      return [
        ['doctor', many(3), 40],
        ['nurse', many(4), 40],
        ['technician', many(1), 40],
      ]
    case 'villageClinic':
      return [['villageDoctor', 1, 40]]
    case 'elderHub':
      return [
        ['carer', 6, 40],
        ['nurse', 1, 20],
      ]
    case 'nursingHome':
      return [
        ['carer', 32, 42],
        ['nurse', 5, 40],
      ]
    case 'mealPoint':
      return [['carer', 1, 28]]
    case 'dayCare':
      return [['carer', 2, 36]]
    case 'primarySchool':
      return [
        ['teacher', Math.max(9, Math.round((facility.capacityYear['EDU-01'] ?? 100) / 18)), 40],
      ]
    case 'juniorSchool':
      return [['teacher', 58, 40]]
    case 'vocationalSchool':
      return [['teacher', 90, 40]]
    case 'kindergarten':
      return [['teacher', 12, 40]]
    case 'nursery':
      return [['carer', 8, 40]]
    case 'trainingBase':
      return [['teacher', 6, 40]]
    case 'convenienceCentre':
      return [['clerk', many(4), 40]]
    case 'jobCentre':
      return [['clerk', 12, 40]]
    case 'disabilityCentre':
      return [
        ['carer', 8, 40],
        ['technician', 2, 40],
      ]
    case 'servicePoint':
      return [['clerk', 1, 20]]
    case 'cooperativeShop':
    case 'postStation':
      return [['salesperson', 1, 48]]
    default:
      return []
  }
}

interface StaffOptions {
  code6: string
  asOfYear: number
  /** Share of village doctors who have passed `oldAge`. */
  oldShare: number
  oldAge: number
  /** Residents by township code (9 digits), for the size of teams. */
  residents: ReadonlyMap<string, number>
  /** Residents by village code: where few live, doctors are older. */
  villageResidents: ReadonlyMap<string, number>
}

/** Post holders of all open sites, and the crews of vehicles. No names, no numbers of identity. */
export function staffOf(
  facilities: readonly Facility[],
  vehicles: readonly Vehicle[],
  options: StaffOptions,
  random: Random,
): StaffMember[] {
  const draw = random.fork('staff')
  const ages = doctorAges(facilities, options, draw)
  const staff: StaffMember[] = []
  const add = (post: Post, employer: string, hours: number, age: number, skills: string[]) => {
    staff.push({
      id: `P-${options.code6}-${String(staff.length + 1).padStart(5, '0')}`,
      post,
      skills,
      weeklyHours: hours,
      employer,
      ...(licensed.has(post) ? { licencePlace: employer } : {}),
      fund: fundOf(post),
      birthYear: options.asOfYear - age,
      costPerHourFen: yuan(hourYuan[post]),
      provenance: { method: 'generated' },
    })
  }
  for (const facility of facilities) {
    if (facility.state !== 'open') continue
    const people = options.residents.get(townshipOf(facility.division)) ?? 2_000
    const size = Math.min(3, Math.max(0.7, Math.sqrt(people / 2_200)))
    for (const [post, count, hours] of teamOf(facility, size)) {
      for (let k = 0; k < count; k++) {
        const age = ages.get(facility.id) ?? 24 + draw.below(post === 'doctor' ? 36 : 33)
        add(post, facility.id, hours, age, skillsOf(post, k))
      }
    }
  }
  for (const vehicle of vehicles) {
    const hours = vehicle.kind === 'multiServiceVehicle' ? 10 : 40
    add('driver', vehicle.depot, hours, 26 + draw.below(32), [vehicle.kind])
    for (const post of crews[vehicle.kind] ?? []) {
      add(post, vehicle.depot, 40, 24 + draw.below(33), [...skillsOf(post, 0), 'outreach'])
    }
  }
  return staff
}

/** Posts that a vehicle brings to its depot, besides the driver. */
const crews: Partial<Record<Vehicle['kind'], readonly Post[]>> = {
  clinicVehicle: ['doctor', 'nurse', 'technician'],
  bathVehicle: ['carer', 'carer'],
}

const licensed: ReadonlySet<Post> = new Set(['doctor', 'nurse', 'villageDoctor'])

const fundOf = (post: Post): string =>
  post === 'teacher'
    ? 'education'
    : post === 'carer'
      ? 'eldercare'
      : licensed.has(post) || post === 'technician'
        ? 'health'
        : 'general'

const skillsOf = (post: Post, k: number): string[] => {
  if (post === 'doctor') return k % 3 === 0 ? ['general', 'chineseMedicine'] : ['general']
  if (post === 'technician') return k % 2 === 0 ? ['ultrasound', 'ecg'] : ['laboratory']
  if (post === 'nurse') return ['vaccination']
  return []
}

/**
 * Ages of village doctors. Their distribution is given (`oldShare` are past `oldAge`), who has which age is drawn:
 * the smaller the village, the older on the whole.
 */
function doctorAges(
  facilities: readonly Facility[],
  options: StaffOptions,
  draw: Random,
): Map<string, number> {
  const clinics = facilities.filter((f) => f.kind === 'villageClinic' && f.state === 'open')
  const ranked = clinics
    .map((f) => {
      const people = options.villageResidents.get(f.division) ?? 500
      return { id: f.id, key: Math.log(people) + 0.55 * draw.normal() }
    })
    .sort((a, b) => b.key - a.key || a.id.localeCompare(b.id))
  const young = 1 - options.oldShare
  return new Map(
    ranked.map(({ id }, k) => {
      const q = (k + 0.5) / ranked.length
      const age =
        q < young
          ? 27 + (options.oldAge - 27) * (q / young)
          : options.oldAge + 15 * ((q - young) / options.oldShare)
      return [id, Math.floor(age)]
    }),
  )
}

/** Weeks a year in which a post is worked, leave and training apart. */
const weeksYear = 46

/** Share of staff hours that opening takes where staff also go out; elsewhere all of it. */
const openingShare: Partial<Record<Facility['kind'], number>> = {
  townshipHealthCentre: 0.62,
  elderHub: 0.62,
  convenienceCentre: 0.7,
  servicePoint: 0.7,
}

/** Sites with the hours a year that it takes to keep them open. What their staff have beyond is for vehicles and doorstep calls. */
export function withStaffHours(
  facilities: readonly Facility[],
  staff: readonly StaffMember[],
): Facility[] {
  const hours = new Map<string, number>()
  for (const person of staff) {
    if (person.post === 'driver' || person.skills.includes('outreach')) continue
    hours.set(person.employer, (hours.get(person.employer) ?? 0) + person.weeklyHours * weeksYear)
  }
  return facilities.map((f) => ({
    ...f,
    staffHoursYear: Math.round((hours.get(f.id) ?? 0) * (openingShare[f.kind] ?? 1)),
  }))
}
