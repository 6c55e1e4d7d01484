import { apportion } from '../kernel/apportion.ts'
import { PlainDate } from '../kernel/calendar.ts'
import type { Random } from '../kernel/random.ts'
import type { Division } from '../territory/division.ts'
import type { LngLat, Settlement } from '../territory/settlement.ts'
import type { CountySpec, TownshipSpec } from './county-spec.ts'
import { cellLngLat, type Ground } from './ground.ts'
import { type NameSource, type PlaceName, sheName } from './names.ts'
import type { CountySite } from './places.ts'
import { ageBander, type VillageKind, type VillagePeople } from './population.ts'

/** A village with its code, as later parts need it. */
export interface VillageRecord {
  code: string
  name: PlaceName
  township: TownshipRecord
  kind: VillageKind
  cell: number
  at: LngLat
  residents: number
  elderShare: number
  /** The centre first. */
  settlements: string[]
}
export interface TownshipRecord {
  code: string
  name: PlaceName
  spec: TownshipSpec
  villages: VillageRecord[]
}
export interface CountyRecord {
  code: string
  spec: CountySpec
  seat: number
  townships: TownshipRecord[]
}

/** Divisions and settlements written down: codes by the statistical rule, names, people, history. */
interface Register {
  county: CountyRecord
  divisions: Division[]
  settlements: Settlement[]
}

const kindWords = {
  street: { zh: '街道', en: 'Subdistrict', first: 1 },
  town: { zh: '镇', en: 'Town', first: 100 },
  township: { zh: '乡', en: 'Township', first: 200 },
} as const

export function register(
  ground: Ground,
  site: CountySite,
  people: readonly VillagePeople[],
  names: NameSource,
  random: Random,
): Register {
  const { spec } = site
  const code = `${spec.code6}000000`
  const county: CountyRecord = { code, spec, seat: site.seat, townships: [] }
  const divisions: Division[] = [
    division({ code, name: spec.name, nameEn: spec.nameEn, level: 'county', parent: null }),
  ]
  const settlements: Settlement[] = []
  const draw = random.fork(`register ${spec.code6}`)
  const bands = ageBander()
  const next = { street: 0, town: 0, township: 0 }
  for (const township of site.townships) {
    const { kind } = township.spec
    const words = kindWords[kind]
    const number = words.first + next[kind]++
    const name = names.township()
    const record: TownshipRecord = {
      code: `${spec.code6}${String(number).padStart(3, '0')}000`,
      name: { zh: name.zh + words.zh, en: `${name.en} ${words.en}` },
      spec: township.spec,
      villages: [],
    }
    county.townships.push(record)
    divisions.push(
      division({
        code: record.code,
        name: record.name.zh,
        nameEn: record.name.en,
        level: 'township',
        parent: code,
      }),
    )
    const own = people.filter((v) => v.township === township)
    own.forEach((village, k) => {
      const urban = kind === 'street'
      const villageCode = `${record.code.slice(0, 9)}${String((urban ? 1 : 200) + k).padStart(3, '0')}`
      addVillage(villageCode, village, record, urban)
    })
  }
  return { county, divisions, settlements }

  function addVillage(
    villageCode: string,
    village: VillagePeople,
    township: TownshipRecord,
    urban: boolean,
  ): void {
    const base = names.village()
    const name = {
      zh: base.zh + (urban ? '社区' : '村'),
      en: `${base.en} ${urban ? 'Community' : 'Village'}`,
    }
    const cells = [village.site.cell, ...village.site.hamlets]
    const record: VillageRecord = {
      code: villageCode,
      name,
      township,
      kind: village.kind,
      cell: village.site.cell,
      at: cellLngLat(ground, village.site.cell),
      residents: village.residents,
      elderShare: village.elderShare,
      settlements: cells.map((_, k) => `${villageCode}-${String(k + 1).padStart(2, '0')}`),
    }
    township.villages.push(record)
    divisions.push(
      division({
        code: villageCode,
        name: name.zh,
        nameEn: name.en,
        level: 'village',
        parent: township.code,
        urbanRural: urban ? '121' : village.kind === 'seat' ? '210' : '220',
      }),
    )
    const registered = apportion(village.bySettlement, village.registered)
    const oldNames: PlaceName[] = []
    cells.forEach((cell, k) => {
      const own = k === 0 ? base : names.hamlet()
      if (k > 0) oldNames.push(own)
      settlements.push(home(ground, cell, k, record, own, village, registered[k]!, bands, draw))
    })
    if (village.kind !== 'street') addMerged(record, oldNames, divisions, draw)
  }
}

const plainDate = (text: string): PlainDate => PlainDate.parse(text)

const division = (d: Omit<Division, 'successors' | 'oldNames'>): Division => ({
  ...d,
  successors: [],
  oldNames: [],
})

function home(
  ground: Ground,
  cell: number,
  k: number,
  village: VillageRecord,
  name: PlaceName,
  people: VillagePeople,
  registered: number,
  bands: ReturnType<typeof ageBander>,
  draw: Random,
): Settlement {
  const total = people.bySettlement[k]!
  const female = Math.round(total * draw.between(0.46, 0.51))
  const perHousehold = village.kind === 'remote' ? 1.7 : village.kind === 'street' ? 2.55 : 2.4
  return {
    id: village.settlements[k]!,
    name: name.zh,
    nameEn: name.en,
    otherNames: draw.next() < 0.09 ? [sheName(draw)] : [],
    division: village.code,
    at: cellLngLat(ground, cell),
    elevationM: Math.round(ground.z[cell]!),
    permanent: {
      total,
      female,
      male: total - female,
      bands: bands(total, village.elderShare, village.kind),
    },
    registered,
    households: Math.max(1, Math.round(total / perHousehold)),
    needs: {},
    isCentre: k === 0,
    canStop: k === 0 || draw.next() > 0.06,
    signal: draw.next() > 0.04,
    provenance: { method: 'generated' },
  }
}

/** Villages that were merged into this one keep their codes and names, with the day they ended and who took over. */
function addMerged(
  village: VillageRecord,
  formerNames: readonly PlaceName[],
  divisions: Division[],
  draw: Random,
): void {
  const count = Math.min(formerNames.length, draw.next() < 0.25 ? 2 : draw.next() < 0.8 ? 1 : 0)
  for (const former of formerNames.slice(0, count)) {
    const prefix = village.code.slice(0, 9)
    const number = 300 + divisions.filter((d) => d.code.startsWith(prefix)).length
    divisions.push({
      code: `${prefix}${number}`,
      name: `${former.zh}村`,
      nameEn: `${former.en} Village`,
      level: 'village',
      parent: village.township.code,
      validFrom: plainDate('1984-01-01'),
      validUntil: plainDate('2019-12-31'),
      successors: [village.code],
      oldNames: [],
    })
  }
}
