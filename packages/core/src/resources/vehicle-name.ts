import { vehicleKindWords } from '../catalogue/terms.ts'
import type { Language } from '../words/language.ts'
import type { Vehicle } from './vehicle.ts'

/** A vehicle's name to show. Fleets are named in one language: for English readers a Chinese name gives way to kind and id. */
export const vehicleName = (
  { id, name, kind }: Pick<Vehicle, 'id' | 'name' | 'kind'>,
  language: Language,
): string =>
  language === 'en' && /\p{Script=Han}/u.test(name) ? `${vehicleKindWords[kind].en} ${id}` : name
