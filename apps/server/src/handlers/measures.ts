import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { oncePer } from '@kuashan/core/kernel/once-per.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import {
  findMeasurement,
  listMeasurements,
  newestMeasurement,
} from '@kuashan/store/queries/measurements.ts'
import { type CountyShelf, countyInput } from '../county/county-shelf.ts'
import { countyUnder } from '../county/county-under.ts'
import { measurementInArea } from '../county/measurement-in-area.ts'
import { measurementRead } from '../county/measurement-read.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { MeasurementDocument } from '../work/measure-work.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'

const definition: Words = {
  zh: '按年龄和登记推算的应享人数 × 服务；一处居民点的一项服务，现行各项标准都达到才算“达标”。途中时间按道路、步行和班车计，中位数，含等候。',
  en: 'People entitled, by ages and registers, × services. A service at a settlement counts as met where all floors in force hold. Travel is by road, on foot and by bus, at the median, waiting included.',
}

async function read(access: Access, shelf: CountyShelf, id: string) {
  const kept = await findMeasurement(access, id)
  const document = await measurementRead(access, kept)
  const { area } = access.caller
  if (area === '') return { kept, document }
  const { input } = await countyInput(shelf, access)
  return { kept, document: measurementInArea(document, input.county, area) }
}

const bySettlement = oncePer((cells: MeasurementDocument['cells']) =>
  Map.groupBy(cells, (cell) => cell.settlement),
)

async function view(access: Access, shelf: CountyShelf, id: string) {
  const { kept, document } = await read(access, shelf, id)
  const { cells: _, offered: _offered, findings, ...figures } = document
  return {
    id,
    revision: kept.revision,
    scenario: kept.scenario,
    madeAt: kept.madeAt,
    definition,
    ...figures,
    gaps: figures.gaps.map((gap) => ({ ...gap, missing: [...gap.missing] })),
    findings: (findings as Finding[]).map(said),
  }
}

export const measureHandlers = ({ queue, shelf }: Desk): TopicHandlers<'measures'> => {
  /** One that the caller was shown; read and cut to their area only where nobody of it has asked before. */
  const shown = (store: Store, caller: Caller, id: string) => ({
    make: () => store.as(caller, (access) => view(access, shelf, id)),
    same: `${id} ${caller.area}`,
  })
  return {
    start: ({ query, caller, store }) =>
      store.as(caller, async (access) => {
        await countyUnder(shelf, access, query.scenario)
        return askedJob(access, queue, { kind: 'measure', workKey: newId(), input: query })
      }),
    list: ({ caller, store }) =>
      store.as(caller, async (access) => ({
        data: (await listMeasurements(access)).map(({ measurement, scenario, madeAt, asOf }) => ({
          id: measurement,
          scenario,
          madeAt: new Date(madeAt).toISOString(),
          asOf,
        })),
      })),
    latest: ({ query, caller, store }) =>
      store.as(caller, async (access) => {
        const scenario = query.scenario ?? null
        const newest = await newestMeasurement(access, scenario)
        if (!newest) throw refused('store-not-found', { what: 'measurement' })
        return shown(store, caller, newest.measurement)
      }),
    get: ({ params, caller, store }) =>
      store.as(caller, async (access) => {
        const { measurement } = await findMeasurement(access, params.measurement)
        return shown(store, caller, measurement)
      }),
    cells: ({ params, query, caller, store }) =>
      store.as(caller, async (access) => {
        const { document } = await read(access, shelf, params.measurement)
        const { service: only, settlement: at } = query
        const here =
          at === undefined ? document.cells : (bySettlement(document.cells).get(at) ?? [])
        const cells = here.filter((cell) => (only ?? cell.service) === cell.service)
        return {
          data: cells.map(({ settlement, service, people, byGroup, estimated, met, reach }) => ({
            settlement,
            service,
            people,
            byGroup,
            estimated,
            met,
            reach: reach[0] ?? null,
          })),
        }
      }),
  }
}
