import type { FleetEntry } from '@kuashan/contract/fleet.ts'
import type { RegisterStanding } from '@kuashan/core/resources/fleet-register.ts'
import type { Words } from '@kuashan/core/words/language.ts'

export const paperWords = {
  licence: { zh: '行驶证', en: 'Licence' },
  inspection: { zh: '年检', en: 'Inspection' },
  insurance: { zh: '保险', en: 'Insurance' },
} as const satisfies Record<string, Words>

export const stateWords: Readonly<Record<FleetEntry['state'], Words>> = {
  'in-service': { zh: '在用', en: 'in service' },
  workshop: { zh: '在修', en: 'in the workshop' },
  retired: { zh: '已报废', en: 'retired' },
}

export const standingWords: Readonly<Record<RegisterStanding, Words>> = {
  blocked: { zh: '今天不能出车', en: 'may not go out today' },
  soon: { zh: '30 天内到期', en: 'runs out within 30 days' },
  good: { zh: '可以出车', en: 'may go out' },
}

/** A reason of the server for not sending a vehicle out: a paper, a state, or a fit-out item by its own name. */
export const blockWords = (block: string): Words =>
  (({ ...paperWords, ...stateWords }) as Record<string, Words>)[block] ?? { zh: block, en: block }
