import type { Plan, Ride } from '@kuashan/core/plan/plan.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'
import { mayCarry } from '@kuashan/core/resources/vehicle.ts'
import { formatClock, formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import type { Known } from '../../../server/names.ts'
import { linesFrom, linesTo } from './bus-ways.ts'
import { ChooseOne } from './choose-one.tsx'
import { LinesForm } from './lines-form.tsx'
import { TimesField } from './times-field.tsx'
import type { Brought, WantedWay } from './way-edits.ts'

interface RideFormProps {
  wanted: WantedWay
  plan: Plan
  known: Known
  /** Buildings to which people may be brought for the service. */
  sites: readonly Facility[]
  put: (some: Partial<WantedWay>) => void
}

const noLines = { by: 'bus', out: null, home: null } as const

/** What is chosen at once; which lines people ride is asked for afterwards. */
const keyOf = (brought: Brought): string =>
  brought.by === 'bus' ? brought.by : Object.values(brought).join(' ')

/** By what people may be brought: rides of the plan to one of the sites first, then what may run for them alone. */
function useWays(sites: readonly Facility[], { rides }: Plan, { names, resources }: Known) {
  const say = useSay()
  const open = new Set(sites.map(({ id }) => id))
  const planned = (ride: Ride) =>
    say(
      {
        zh: '方案里已有的接送：{time} 到{site}，共 {n} 天',
        en: 'A ride of the plan: at {site} by {time}, {n} {n|day|days}',
      },
      {
        time: formatClock(ride.arrive),
        site: names.facility(ride.site),
        n: formatNumber(ride.dates.length),
      },
    )
  const ways: { way: Brought; label: string }[] = [
    ...rides.flatMap((ride) =>
      open.has(ride.site)
        ? [{ way: { by: 'planned' as const, ride: ride.id }, label: planned(ride) }]
        : [],
    ),
    ...resources.vehicles.filter(mayCarry).map(({ id }) => ({
      way: { by: 'vehicle' as const, vehicle: id },
      label: names.vehicle(id),
    })),
    ...(resources.buses.length > 0
      ? [
          {
            way: noLines,
            label: say({ zh: '县里的班车，按时刻表', en: 'Bus lines, by their timetable' }),
          },
        ]
      : []),
    { way: { by: 'hired' }, label: say({ zh: '另租一辆车', en: 'A hired bus' }) },
  ]
  return ways
}

/** How people are brought to a site: by a ride that the plan has, or by runs of their own. */
export function RideForm({ wanted, plan, known, sites, put }: RideFormProps) {
  const say = useSay()
  const { names, territory } = known
  const { brought } = wanted
  const ways = useWays(sites, plan, known)
  const home = territory.settlements.find(({ id }) => id === wanted.settlement)
  const { buses } = known.resources
  const hasBus = (id: string) => linesFrom(buses, id).length > 0 && linesTo(buses, id).length > 0
  const near = territory.settlements
    .filter(({ id, canStop }) => canStop && (brought?.by !== 'bus' || hasBus(id)))
    .sort((a, b) => Number(b.division === home?.division) - Number(a.division === home?.division))
  /** Who lives where it stops gets on there, unless somewhere else was said. */
  const chosenWay = (way: Brought): Partial<WantedWay> => {
    const here = wanted.pickup ?? (home?.canStop ? home.id : null)
    const isServed = here !== null && (way.by !== 'bus' || hasBus(here))
    return { brought: way, pickup: isServed ? here : null }
  }
  return (
    <>
      <ChooseOne
        label={say({ zh: '坐什么车', en: 'By what' })}
        value={brought && keyOf(brought)}
        options={ways.map(({ label, way }) => ({ value: keyOf(way), label }))}
        onChange={(key) => put(chosenWay(ways.find(({ way }) => keyOf(way) === key)!.way))}
      />
      {brought && brought.by !== 'planned' && (
        <ChooseOne
          label={say({ zh: '送到哪里', en: 'Brought to' })}
          value={wanted.facility}
          options={sites.map(({ id }) => ({ value: id, label: names.facility(id) }))}
          onChange={(facility) => put({ facility })}
        />
      )}
      {brought && (
        <ChooseOne
          label={say({ zh: '在哪里上车（走得到的地方）', en: 'Gets on at (within a walk)' })}
          value={wanted.pickup}
          options={near.map(({ id }) => ({ value: id, label: names.settlementInVillage(id) }))}
          onChange={(pickup) =>
            put(brought.by === 'bus' ? { pickup, brought: noLines } : { pickup })
          }
        />
      )}
      {brought?.by === 'bus' && wanted.pickup && (
        <LinesForm brought={brought} pickup={wanted.pickup} known={known} put={put} />
      )}
      {brought && brought.by !== 'planned' && (
        <TimesField
          label={say({ zh: '方案期内接送几天', en: 'Days of rides in the horizon' })}
          value={wanted.times}
          onChange={(times) => put({ times })}
        />
      )}
    </>
  )
}
