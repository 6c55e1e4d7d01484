import { open } from 'node:fs/promises'
import { PMTiles, type Source, TileType } from 'pmtiles'
import type { PictureTiles, TilesUnfit } from './picture-tiles.ts'

const types: Partial<Record<TileType, string>> = {
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
}

/** Opens a PMTiles archive of version 3 (github.com/protomaps/PMTiles), which is read in place. */
export async function openPmTiles(path: string): Promise<PictureTiles | TilesUnfit> {
  const file = await open(path, 'r')
  const source: Source = {
    getKey: () => path,
    getBytes: async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return { data: new Uint8Array(buffer.subarray(0, bytesRead)).buffer }
    },
  }
  const archive = new PMTiles(source)
  try {
    const { tileType, minZoom, maxZoom, numAddressedTiles } = await archive.getHeader()
    const type = types[tileType]
    if (type === undefined || numAddressedTiles === 0) {
      await file.close()
      return 'no-pictures'
    }
    return {
      type,
      minZoom,
      maxZoom,
      tile: async (z, x, y) => {
        // The archive throws at places that cannot be.
        if (x >= 2 ** z || y >= 2 ** z) return null
        const found = await archive.getZxy(z, x, y)
        return found ? new Uint8Array(found.data) : null
      },
      close: () => file.close(),
    }
  } catch {
    await file.close()
    return 'unreadable'
  }
}
