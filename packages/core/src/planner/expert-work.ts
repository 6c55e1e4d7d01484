import type { Catalogue } from '../catalogue/catalogue.ts'
import { isWithin, type PlainDate } from '../kernel/calendar.ts'
import { byText, compareText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { assumedOfExperts, type ExpertDay, type ExpertWork } from '../plan/expert-work.ts'
import type { Plan, Tour } from '../plan/plan.ts'
import type { StaffMember } from '../resources/staff.ts'

/** People × services due for one skill at one stop. */
interface Due {
  stop: string
  skill: string
  services: readonly string[]
  due: number
}

/**
 * Expert days of a plan (docs/methods/experts.md). Services whose vehicle channel names a specialist are given by one
 * where more people are due than the threshold: the expert is one of the depot's crew, goes out so many days a month, and
 * takes the stops in turn. Elsewhere images are taken and read later. Undefined where nobody has the skill.
 */
export function expertWork(
  county: County,
  catalogue: Catalogue,
  plan: Plan,
): ExpertWork | undefined {
  const due = dueAtStops(catalogue, plan)
  const skills = [...new Set(due.map((d) => d.skill))].sort()
  const days: ExpertDay[] = []
  const readings: ExpertWork['readings'] = []
  for (const skill of skills) {
    const experts = county.staff.filter((s) => s.skills.includes(skill)).sort(byText((s) => s.id))
    if (experts.length === 0) continue
    const own = due.filter((d) => d.skill === skill)
    const found = inTurn(county, plan, experts, own)
    const visited = new Set(found.map((d) => d.stop))
    days.push(...found)
    for (const { stop, services, due: people } of own)
      if (!visited.has(stop))
        readings.push({ stop, skill, services: [...services], reader: experts[0]!.id, due: people })
  }
  if (days.length + readings.length === 0) return undefined
  return {
    days: days.sort(byText((d) => `${d.date} ${d.visit} ${d.skill}`)),
    readings: readings.sort(byText((r) => `${r.stop} ${r.skill}`)),
  }
}

function dueAtStops(catalogue: Catalogue, { stops, assignments }: Plan): Due[] {
  const kinds = new Map(stops.map((s) => [s.id, s.kind]))
  const skillOf = new Map<string, string>(
    catalogue.services.flatMap((s) =>
      s.channels.flatMap((c) =>
        c.mode === 'vehicle' && c.specialist !== undefined
          ? [[`${s.id} ${c.kind}`, c.specialist] as const]
          : [],
      ),
    ),
  )
  const found = new Map<
    string,
    { stop: string; skill: string; services: Set<string>; due: number }
  >()
  for (const { mode, place, service, people } of assignments) {
    const skill = mode === 'vehicle' ? skillOf.get(`${service} ${kinds.get(place)}`) : undefined
    if (skill === undefined) continue
    const key = `${place} ${skill}`
    const own = found.get(key) ?? { stop: place, skill, services: new Set<string>(), due: 0 }
    own.services.add(service)
    own.due += people
    found.set(key, own)
  }
  return [...found.values()].map((d) => ({
    ...d,
    services: [...d.services].sort(),
    due: Math.round(d.due * 1000) / 1000,
  }))
}

/** Month by month each expert takes the tour whose stop has had the fewest expert days, then the most people due. */
function inTurn(
  county: County,
  { tours }: Plan,
  experts: readonly StaffMember[],
  due: readonly Due[],
): ExpertDay[] {
  const { assumptions } = county.settings
  const value = (name: keyof typeof assumedOfExperts) => assumptions[name] ?? assumedOfExperts[name]
  const enough = new Map(
    due.filter((d) => d.due > value('expertDayThreshold')).map((d) => [d.stop, d]),
  )
  const visitsOf = (tour: Tour) => tour.visits.filter((v) => enough.has(v.stop))
  const worth = tours.filter((tour) => visitsOf(tour).length > 0)
  const had = new Map<string, number>()
  const taken = new Set<string>()
  const found: ExpertDay[] = []
  const rank = (tour: Tour) => {
    const stops = visitsOf(tour).map((v) => v.stop)
    return {
      tour,
      had: Math.min(...stops.map((s) => had.get(s) ?? 0)),
      due: stops.reduce((sum, s) => sum + enough.get(s)!.due, 0),
    }
  }
  for (const month of [...new Set(worth.map((t) => t.date.slice(0, 7)))].sort())
    for (const expert of experts) {
      const out = new Set<PlainDate>()
      while (out.size < value('expertDaysMonth')) {
        const [best] = worth
          .filter((t) => t.date.startsWith(month) && !out.has(t.date) && !taken.has(t.id))
          .filter((t) => mayGo(county, expert, t))
          .map(rank)
          .sort((a, b) => a.had - b.had || b.due - a.due || compareText(a.tour.id, b.tour.id))
        if (best === undefined) break
        out.add(best.tour.date)
        taken.add(best.tour.id)
        for (const { id, stop } of visitsOf(best.tour)) {
          const { skill, services, due: people } = enough.get(stop)!
          had.set(stop, (had.get(stop) ?? 0) + 1)
          const { date } = best.tour
          found.push({
            date,
            visit: id,
            stop,
            staff: expert.id,
            skill,
            services: [...services],
            due: people,
          })
        }
      }
    }
  return found
}

/** Of the depot's own people or lent to the vehicle, employed and not away on the date. */
function mayGo({ vehicles, baseline }: County, expert: StaffMember, tour: Tour): boolean {
  const vehicle = vehicles.find((v) => v.id === tour.vehicle)
  const lent = baseline.rotas.some((r) => r.staff === expert.id && r.place === tour.vehicle)
  return (
    vehicle !== undefined &&
    (expert.employer === vehicle.depot || lent) &&
    (expert.retiresOn === undefined || tour.date < expert.retiresOn) &&
    !(expert.away ?? []).some((range) => isWithin(tour.date, range))
  )
}
