import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { mapSource } from '@kuashan/store/queries/kept-whole.ts'
import { checkMap, learnOrigins, tilesOf } from '../county/map-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import type { Desk } from './desk.ts'

const chosen = async (access: Access) => {
  const { version, value: source } = await mapSource.read(access)
  return { data: { source }, version }
}

export const mapSourceHandlers = ({ maps }: Desk): TopicHandlers<'mapSource'> => ({
  get: ({ caller, store }) => store.as(caller, chosen),
  set: async ({ body, caller, store, version }) => {
    await checkMap(maps, body.source)
    const saved = await store.as(caller, async (access) => {
      await mapSource.save(access, body.source, Number(version))
      return chosen(access)
    })
    await learnOrigins(maps, store)
    return saved
  },
  tile: async ({ params, caller, store }) => {
    const { value: source } = await store.as(caller, mapSource.read)
    if (source?.kind !== 'file') throw refused('store-not-found', { what: 'map' })
    const { tiles, changedMs } = await tilesOf(maps, source.file)
    const { z, x, y } = params
    const file = await tiles.tile(z, x, y)
    if (file === null) throw refused('store-not-found', { what: `${z}/${x}/${y}` })
    return { file, type: tiles.type, name: `${z}-${x}-${y}`, version: `${changedMs}` }
  },
})
