import { byText, compareText } from '../kernel/order.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { type Choice, type Chosen, type Group, moreOf, type Option } from './joint/option.ts'
import { stopKey } from './joint/options/vehicle-options.ts'
import type { NeedCell } from './plan-ground.ts'
import type { WantedStop } from './planned-stops.ts'

interface Gathered extends WantedStop {
  cells: NeedCell[]
  spare: boolean
  oftener: Map<string, number>
}

type StopOption = Option & { mode: 'vehicle' }

/** Stops with the cells they serve. A group left out for want of vehicle-days asks at its cheapest stop all the same. */
export function wantedStops(
  base: ChoiceGround,
  choice: Choice,
  { option }: Chosen,
  serveSpare: boolean,
): WantedStop[] {
  const found = new Map<string, Gathered>()
  const places = new Map(
    base.stops.flatMap((settlement) =>
      base.classes.map((fleet) => [stopKey(settlement, fleet), { settlement, fleet }] as const),
    ),
  )
  const ask = ({ stop, visits, more = 0 }: StopOption, group: Group, spare: boolean) => {
    const want: Gathered = found.get(stop) ?? {
      ...places.get(stop)!,
      cells: [],
      spare,
      oftener: new Map(),
    }
    const cells = group.cells.map((k) => base.ground.cells[k]!)
    want.cells.push(...cells)
    want.spare = want.spare && spare
    if (more > 0)
      for (const { id } of cells.map((c) => c.scoped.service))
        want.oftener.set(id, Math.max(visits, want.oftener.get(id) ?? 0))
    found.set(stop, want)
  }
  const cheapest = cheapestStop(choice)
  choice.groups.forEach((group, g) => {
    const o = option[g]! >= 0 ? group.options[option[g]!]! : undefined
    if (o?.mode === 'vehicle') ask(o, group, false)
    const spare = o === undefined && serveSpare ? cheapest(group) : undefined
    if (spare !== undefined) ask(spare, group, true)
  })
  return [...found.entries()].sort(byText(([key]) => key)).map(([, want]) => want)
}

function cheapestStop(choice: Choice): (group: Group) => StopOption | undefined {
  const perVisit = new Map(choice.stops.map((s) => [s.key, s.valuePerVisit]))
  return ({ options }) =>
    options
      .flatMap((x) => (x.mode === 'vehicle' && moreOf(x) === 0 ? [x] : []))
      .map((x) => ({ x, cost: x.value + (perVisit.get(x.stop) ?? 0) * x.visits }))
      .sort((a, b) => a.cost - b.cost || compareText(a.x.stop, b.x.stop))[0]?.x
}
