import { Catalogue } from './catalogue.ts'
import data from './data/catalogue.json' with { type: 'json' }

/** The catalogue a new county starts from: services, entitlements and values with their sources. A fresh copy each call. */
export const startingCatalogue = (): Catalogue => Catalogue.parse(data)
