import { floorsOn } from '@kuashan/core/catalogue/floors.ts'
import { lintCatalogue } from '@kuashan/core/catalogue/lint-catalogue.ts'
import { getCounty } from '@kuashan/store/queries/counties.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

export const catalogueHandlers = ({ shelf }: Desk): TopicHandlers<'catalogue'> => ({
  get: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const { version } = await getCounty(access)
      const { county, catalogue } = (await countyInput(shelf, access)).input
      const { asOf } = county.settings
      return {
        data: {
          services: [...catalogue.services],
          floors: floorsOn(catalogue, county.standards, asOf).floors,
          adopted: [...county.standards],
          findings: lintCatalogue(catalogue, county.standards, asOf).map(said),
        },
        version,
      }
    }),
})
