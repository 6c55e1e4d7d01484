import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import { floorsOn } from '@kuashan/core/catalogue/floors.ts'
import { lintCatalogue } from '@kuashan/core/catalogue/lint-catalogue.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { getCounty } from '@kuashan/store/queries/counties.ts'
import { adoptStandards } from '../county/adopt-standards.ts'
import { type CountyShelf, countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

async function readCatalogue(access: Access, shelf: CountyShelf) {
  const { version } = await getCounty(access)
  const { input, state } = await countyInput(shelf, access)
  const { county, catalogue } = input
  const { asOf } = county.settings
  const make = (): CatalogueOfCounty => ({
    services: [...catalogue.services],
    floors: floorsOn(catalogue, county.standards, asOf).floors,
    adopted: [...county.standards],
    findings: lintCatalogue(catalogue, county.standards, asOf).map(said),
  })
  return { make, version, same: `${version} ${state}` }
}

export const catalogueHandlers = ({ shelf }: Desk): TopicHandlers<'catalogue'> => ({
  get: ({ caller, store }) => store.as(caller, (access) => readCatalogue(access, shelf)),
  adopt: async ({ body, version, caller, store }) => {
    await store.as(caller, async (access) => {
      const { revision, input } = await countyInput(shelf, access)
      const inForce = { revision, catalogue: input.catalogue }
      await adoptStandards(access, inForce, { ...body, version: Number(version) })
    })
    // Laid out anew only once it is in force.
    return store.as(caller, (access) => readCatalogue(access, shelf))
  },
})
