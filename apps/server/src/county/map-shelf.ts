import { statSync } from 'node:fs'
import { join } from 'node:path'
import { finding } from '@kuashan/core/kernel/finding.ts'
import { type MapSource, originOf } from '@kuashan/core/territory/map-source.ts'
import {
  openPictureTiles,
  type PictureTiles,
  type TilesUnfit,
} from '@kuashan/engine/geo/picture-tiles.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { mapSourcesHere } from '@kuashan/store/queries/map-source.ts'
import { NotAnswered } from '../serve/problem-answer.ts'

/** Map files of the data folder that are open, and the foreign servers that browsers may ask for tiles. */
export interface MapShelf {
  folder: string
  open: Map<string, { opening: Promise<PictureTiles | TilesUnfit>; changedMs: number }>
  /** Every origin of a map that some county here has chosen. */
  origins: string[]
}

const whyNot = {
  absent: { zh: '没有这个文件', en: 'it is not there' },
  unreadable: { zh: '不是 MBTiles 或 PMTiles 文件', en: 'it is no MBTiles or PMTiles file' },
  'no-pictures': { zh: '里面没有图片瓦片', en: 'there are no picture tiles in it' },
}

export const mapShelf = (folder: string): MapShelf => ({ folder, open: new Map(), origins: [] })

/** Which foreign servers pages may ask from now on; a page that is open learns of it when it is loaded again. */
export async function learnOrigins(shelf: MapShelf, store: Store): Promise<void> {
  const origins = (await mapSourcesHere(store)).map(originOf)
  shelf.origins = [...new Set(origins.filter((origin) => origin !== null))]
}

/** The tiles of a file, opened once and again when the file was replaced. Throws `NotAnswered` where it cannot be used. */
export async function tilesOf(
  shelf: MapShelf,
  file: string,
): Promise<{ tiles: PictureTiles; changedMs: number }> {
  const path = join(shelf.folder, file)
  const changedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const known = shelf.open.get(file)
  const opening = known?.changedMs === changedMs ? known.opening : openPictureTiles(path)
  if (opening !== known?.opening) {
    shelf.open.set(file, { opening, changedMs })
    known?.opening.then((tiles) => (typeof tiles === 'string' ? null : tiles.close()))
  }
  const tiles = await opening
  if (typeof tiles !== 'string') return { tiles, changedMs }
  shelf.open.delete(file)
  const { zh, en } = whyNot[tiles]
  const facts = { file, folder: 'maps', reason: en, reasonZh: zh }
  throw new NotAnswered([finding('map-file-unfit', {}, facts)])
}

/** A file chosen as the map has to be there and to hold pictures before it is chosen. */
export async function checkMap(shelf: MapShelf, source: MapSource | null): Promise<void> {
  if (source?.kind === 'file') await tilesOf(shelf, source.file)
}
