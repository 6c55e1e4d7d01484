import { type Finding, finding } from '../../kernel/finding.ts'
import type { PlacedCustomer, RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'

/** A route that says nothing of its times: whether there are any that hold, and the shortest time out. */
export function checkWithoutRun(on: RouteOnDay): { findings: Finding[]; duration: number } {
  const { name: route, depot } = on
  const findings: Finding[] = []
  const earliest = ride(on)
  for (const { customer, arrive } of earliest.late) {
    const facts = { route, id: customer.id, arrive, close: customer.close }
    findings.push(finding('route-window-missed', {}, facts))
  }
  const { back } = earliest
  if (exceeds(back, depot.close))
    findings.push(finding('route-back-too-late', {}, { route, arrive: back, close: depot.close }))
  // Leaving later by the slack of the whole ride saves waiting and keeps the return; no other start is shorter.
  return { findings, duration: back - Math.min(earliest.slack, earliest.waited) - depot.open }
}

interface Ride {
  back: number
  waited: number
  /** By how much the start may be put off with every window kept. */
  slack: number
  late: { customer: PlacedCustomer; arrive: number }[]
}

/** The ride that leaves as soon as the depot opens. */
function ride({ depot, fleet, visited, travel }: RouteOnDay): Ride {
  let time = depot.open
  let place = fleet.depot
  let waited = 0
  let slack = Infinity
  const late: Ride['late'] = []
  for (const customer of visited) {
    const arrive = time + travel.time(place, customer.place)
    if (exceeds(arrive, customer.close)) late.push({ customer, arrive })
    waited += Math.max(0, customer.open - arrive)
    const begin = Math.max(arrive, customer.open)
    slack = Math.min(slack, waited + customer.close - begin)
    time = begin + customer.service
    place = customer.place
  }
  const back = time + travel.time(place, fleet.depot)
  slack = Math.min(slack, waited + depot.close - back)
  return { back, waited, slack: Math.max(0, slack), late }
}
