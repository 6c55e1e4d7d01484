import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { Catalogue } from '@kuashan/core/catalogue/catalogue.ts'
import { type LinePlan, linePlan } from '@kuashan/core/planner/line-plan.fixture.ts'
import type { Fund } from '@kuashan/core/resources/fund.ts'
import { centre, van } from './planning.fixture.ts'

/** A basic service for the weak, a basic one for all, and one that is not basic. */
export const forElders = 'MED-04'
export const forAll = 'MED-01'
export const shop = 'SUP-01'

const service = (id: string, basic: boolean, kinds: [string, string], rule: unknown) => ({
  id,
  nameEn: id,
  nameZh: id,
  domain: id === shop ? 'supplyMarketing' : 'medical',
  basic,
  entitled: { rule, text: '' },
  channels: [
    { mode: 'fixed', kind: kinds[0] },
    { mode: 'vehicle', kind: kinds[1], minutesPerPerson: 10 },
  ],
  standards: [],
  payer: '',
  recordFields: [],
})

const everyone = { eq: ['residence', 'permanent'] }

const servicesOf = (van: string) => [
  service(forElders, true, ['villageClinic', van], { ge: ['age', 60] }),
  service(forAll, true, ['villageClinic', van], everyone),
  service(shop, false, ['cooperativeShop', van], everyone),
]

export interface ShortCounty {
  /** Kilometres from the centre, where the van lives, and people. */
  places: readonly { x: number; people: number }[]
  /** Visits a year that each service's floor asks for; none where it is left out. */
  floors: Readonly<Record<string, number>>
  /** Days of the horizon left to the van: it is inspected until then. */
  vanUntil?: string
  budgetFen?: number
  funds?: readonly Partial<Fund>[]
  /** A vacant building that may become a clinic or a shop, with what either costs. */
  school?: { x: number; capitalFen: number; yearCostFen: number }
}

/** A county on a line in which money, days or a building do not do for everybody. */
export function shortCounty(of: ShortCounty): LinePlan {
  const { school } = of
  const conversion = (toKind: string) => ({
    toKind,
    capitalFen: school?.capitalFen ?? 0,
    yearCostFen: school?.yearCostFen ?? 0,
    lifeYears: 20,
    staffHoursYear: 10,
  })
  const made = linePlan(
    of.places.map((p, k) => ({ id: `S${k}`, ...p })),
    [
      centre,
      ...(school === undefined
        ? []
        : [
            {
              id: 'F-school',
              x: school.x,
              kind: 'primarySchool',
              state: 'vacant',
              conversions: [conversion('villageClinic'), conversion('cooperativeShop')],
            },
          ]),
    ],
    {
      standards: Object.entries(of.floors).map(([id, n]) =>
        standard(id, 'minVisitsPerVillageYear', n),
      ),
      vehicles: [
        { ...van, ...(of.vanUntil === undefined ? {} : { inspectionUntil: of.vanUntil }) },
      ],
      settings: of.budgetFen === undefined ? {} : { budgetFen: of.budgetFen },
    },
  )
  const funds = (of.funds ?? []).map((f, k) => ({
    id: `fund-${k}`,
    name: `fund ${k}`,
    amountFen: 0,
    basicOnly: false,
    services: [],
    domains: [],
    use: 'both' as const,
    ...f,
  }))
  return {
    ...made,
    catalogue: Catalogue.parse({ ...made.catalogue, services: servicesOf('clinicVehicle') }),
    county: { ...made.county, funds },
  }
}
