import { createContext, type ReactNode, useContext } from 'react'

const Here = createContext('')

/** The county that the pages are about: the one the caller signed in to. */
export const CountyProvider = ({ county, children }: { county: string; children: ReactNode }) => (
  <Here value={county}>{children}</Here>
)

/** Code of the county. */
export const useCounty = (): string => useContext(Here)
