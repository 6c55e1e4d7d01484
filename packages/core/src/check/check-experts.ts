import { isWithin } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { ExpertDay } from '../plan/expert-work.ts'
import type { CheckGround } from './check-ground.ts'

/** Expert days against the visits, the specialist and the people due; and that nobody's images are forgotten. */
export function checkExperts(ground: CheckGround): Finding[] {
  const { experts } = ground.plan
  if (experts === undefined) return []
  const { assumptions } = ground.county.settings
  const threshold = assumptions.expertDayThreshold ?? 20
  const due = peopleDue(ground)
  const days = experts.days.flatMap((day, k): Finding[] => {
    const at = { path: `experts.days.${k}` }
    const people = due.get(`${day.stop} ${day.skill}`) ?? 0
    const facts = { visit: day.visit, staff: day.staff, skill: day.skill }
    const found: Finding[] = []
    if (people <= threshold)
      found.push(finding('expert-day-unfounded', at, { ...facts, due: people, threshold }))
    else if (Math.abs(people - day.due) > 0.01)
      found.push(finding('expert-day-unfounded', at, { ...facts, due: people, threshold: day.due }))
    if (!canGo(ground, day)) found.push(finding('expert-day-impossible', at, facts))
    return found
  })
  return [...days, ...tooOften(ground, experts.days), ...forgotten(ground, due)]
}

/** People × services by stop and skill, from the lines of the plan. */
function peopleDue({ plan, stops, services }: CheckGround): Map<string, number> {
  const due = new Map<string, number>()
  for (const line of plan.assignments) {
    const kind = stops.get(line.place)?.kind
    if (line.mode !== 'vehicle' || kind === undefined) continue
    for (const c of services.get(line.service)?.channels ?? []) {
      if (c.mode !== 'vehicle' || c.kind !== kind || c.specialist === undefined) continue
      const key = `${line.place} ${c.specialist}`
      due.set(key, (due.get(key) ?? 0) + line.people)
    }
  }
  return due
}

function canGo({ county, visits }: CheckGround, day: ExpertDay): boolean {
  const at = visits.find(({ visit }) => visit.id === day.visit)
  const who = county.staff.find((s) => s.id === day.staff)
  if (at === undefined || who === undefined) return false
  const lent = county.baseline.rotas.some((r) => r.staff === who.id && r.place === at.vehicle.id)
  return (
    at.tour.date === day.date &&
    at.stop.id === day.stop &&
    who.skills.includes(day.skill) &&
    (lent || who.employer === at.vehicle.depot) &&
    !(who.retiresOn !== undefined && day.date >= who.retiresOn) &&
    !(who.away ?? []).some((range) => isWithin(day.date, range)) &&
    day.services.every((service) => at.visit.services.includes(service))
  )
}

/** Nobody is on two vehicles on one day, nor out on more days of a month than the county gives. */
function tooOften({ county, visits }: CheckGround, days: readonly ExpertDay[]): Finding[] {
  const most = county.settings.assumptions.expertDaysMonth ?? 4
  const vehicleOf = new Map(visits.map(({ visit, vehicle }) => [visit.id, vehicle.id]))
  const vehicles = new Map<string, Set<string>>()
  const months = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set<string>()).add(value))
  for (const { staff, skill, date, visit } of days) {
    add(vehicles, `${staff} ${date}`, vehicleOf.get(visit) ?? '')
    add(months, `${staff} ${skill} ${date.slice(0, 7)}`, date)
  }
  const wrong = [
    ...[...vehicles].filter(([, of]) => of.size > 1),
    ...[...months].filter(([, of]) => of.size > most),
  ]
  return wrong.map(([who]) => finding('expert-out-too-often', { path: 'experts.days' }, { who }))
}

/** Where people are due and no expert comes, somebody with the skill reads the images. */
function forgotten({ county, plan }: CheckGround, due: ReadonlyMap<string, number>): Finding[] {
  const { days, readings } = plan.experts!
  const seen = new Set(days.map((d) => `${d.stop} ${d.skill}`))
  for (const { stop, skill, reader } of readings)
    if (county.staff.some((s) => s.id === reader && s.skills.includes(skill)))
      seen.add(`${stop} ${skill}`)
  const known = new Set(county.staff.flatMap((s) => s.skills))
  return [...due.keys()]
    .filter((key) => !seen.has(key) && known.has(key.slice(key.lastIndexOf(' ') + 1)))
    .map((key) => finding('expert-images-unread', { path: 'experts.readings' }, { place: key }))
}
