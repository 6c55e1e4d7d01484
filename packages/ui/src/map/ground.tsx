import { createContext, type ReactNode, useContext } from 'react'

/** Picture tiles under a county’s own data, with what has to be printed beside them. */
export interface Ground {
  /** With `{z}`, `{x}` and `{y}`. */
  tiles: string
  minZoom: number
  maxZoom: number
  /** 审图号 and maker. */
  credit: string
}

const Chosen = createContext<Ground | null>(null)

/** What every map below is drawn on; null for the county’s own data alone. */
export const GroundProvider = ({
  ground,
  children,
}: {
  ground: Ground | null
  children: ReactNode
}) => <Chosen value={ground}>{children}</Chosen>

export const useGround = (): Ground | null => useContext(Chosen)
