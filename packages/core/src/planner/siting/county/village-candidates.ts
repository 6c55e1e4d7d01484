import type { FacilityKind, Service } from '../../../catalogue/service.ts'
import { compareText } from '../../../kernel/order.ts'
import type { County } from '../../../plan/county.ts'
import type { CountySitingQuestion } from '../../../plan/county-siting.ts'
import type { Facility } from '../../../resources/facility.ts'
import { asksMoney } from './asks-money.ts'

/** What a site newly built in a village costs where the county says so, in yuan: `assumptions` of `county.yaml`. */
const newSiteCosts = ['newSiteYuan', 'newSiteYearYuan'] as const

export const newSitePriced = ({ settings }: County): boolean =>
  newSiteCosts.every((name) => settings.assumptions[name] !== undefined)

/** Id of the site that could be built at a settlement. */
export const newSiteId = (settlement: string): string => `new-${settlement}`

/**
 * The county with a planned building in every village centre, as candidates for new sites of a service: of the kind to
 * which its buildings are converted for it, else that most of them have. They cost what the assumptions say, else nothing.
 */
export function withVillageCandidates(
  county: County,
  service: Service,
  question: CountySitingQuestion,
): County {
  if (asksMoney(question) && !newSitePriced(county)) return county
  const toKind = newKind(county, service)
  if (toKind === null) return county
  const {
    newSiteYuan = 0,
    newSiteYearYuan = 0,
    newSiteLifeYears = 20,
  } = county.settings.assumptions
  const here = new Set(county.facilities.map(({ id }) => id))
  const planned = county.settlements.flatMap(({ id, name, nameEn, division, at, isCentre }) =>
    isCentre && at !== null && !here.has(newSiteId(id))
      ? [
          {
            id: newSiteId(id),
            name,
            ...(nameEn === undefined ? {} : { nameEn }),
            kind: toKind,
            state: 'planned',
            division,
            at,
            services: [],
            capacityYear: {},
            opening: [],
            yearCostFen: 0,
            staffHoursYear: 0,
            conversions: [
              {
                toKind,
                capitalFen: Math.round(newSiteYuan * 100),
                yearCostFen: Math.round(newSiteYearYuan * 100),
                lifeYears: newSiteLifeYears,
                staffHoursYear: 0,
              },
            ],
            unfit: [],
            provenance: { method: 'assumed' },
          } satisfies Facility,
        ]
      : [],
  )
  return { ...county, facilities: [...county.facilities, ...planned] }
}

/** The kind that buildings are converted to for the service; else the one most of them have; else any that gives it. */
function newKind(county: County, service: Service): FacilityKind | null {
  const kinds = service.channels.flatMap((c) => (c.mode === 'fixed' ? [c.kind] : []))
  const gives = (kind: FacilityKind) => kinds.includes(kind)
  const conversions = county.facilities.flatMap((f) => f.conversions.map((c) => c.toKind))
  const buildings = county.facilities.filter((f) => f.state === 'open').map((f) => f.kind)
  return (
    commonest(conversions.filter(gives)) ?? commonest(buildings.filter(gives)) ?? commonest(kinds)
  )
}

function commonest(kinds: readonly FacilityKind[]): FacilityKind | null {
  const count = new Map<FacilityKind, number>()
  for (const kind of kinds) count.set(kind, (count.get(kind) ?? 0) + 1)
  return [...count].sort(([a, m], [b, n]) => n - m || compareText(a, b))[0]?.[0] ?? null
}
