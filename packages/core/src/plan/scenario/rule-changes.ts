import type { AdoptedStandard } from '../../catalogue/standard.ts'
import { addDays } from '../../kernel/calendar.ts'
import type { ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'
import type { ChangeRule } from './change-rule.ts'
import { idOf, nameFaults, withCounty, withSettings } from './named-row.ts'

const about =
  (service: string, metric: string) =>
  (s: AdoptedStandard): boolean =>
    s.service === service && s.metric === metric

/** The version that a change puts in force. The document says that it is a proposal, so nobody takes it for law. */
function proposed(change: ChangeOf<'set-standard'>, input: CountyInput): AdoptedStandard {
  const service = idOf(input, 'service', change.service)
  const { county, catalogue } = input
  const own = county.standards.find(about(service, change.metric))
  const listed = catalogue.services
    .find((s) => s.id === service)
    ?.standards.find((s) => s.metric === change.metric)
  return {
    service,
    metric: change.metric,
    value: change.value,
    unit: own?.unit ?? listed?.unit ?? '',
    level: change.level ?? 'county',
    document: change.reason ?? 'proposed in a scenario 情景中的拟议标准',
    clause: '—',
    from: change.from ?? county.settings.asOf,
    invented: true,
  }
}

/**
 * The county's own versions of the level end the day before. A stricter floor of another level stays in force:
 * nothing a county proposes goes below the national standard.
 */
export const setStandard: ChangeRule<'set-standard'> = {
  resolve: ({ service }, input) => nameFaults(input, 'service', service),
  apply: (change, input) => {
    const version = proposed(change, input)
    const day = addDays(version.from, -1)
    const same = about(version.service, version.metric)
    const kept = input.county.standards.flatMap((s): AdoptedStandard[] => {
      if (!same(s) || s.level !== version.level) return [s]
      if (s.from >= version.from) return []
      return [s.until !== undefined && s.until <= day ? s : { ...s, until: day }]
    })
    return withCounty(input, { standards: [...kept, version] })
  },
  marks: ({ service, metric, value, from }, input) => {
    const key = `standard ${idOf(input, 'service', service)} ${metric}`
    return [
      { key, side: 'set' },
      { key: `${key} from ${from ?? ''}`, side: String(value), exact: '' },
    ]
  },
}

/** All adopted versions of a metric, and the catalogue's own. */
export const dropStandard: ChangeRule<'drop-standard'> = {
  resolve: ({ service }, input) => nameFaults(input, 'service', service),
  apply: ({ service, metric }, input) => {
    const id = idOf(input, 'service', service)
    const without = withCounty(input, {
      standards: input.county.standards.filter((s) => !about(id, metric)(s)),
    })
    const services = input.catalogue.services.map((s) =>
      s.id === id && s.standards.some((x) => x.metric === metric)
        ? { ...s, standards: s.standards.filter((x) => x.metric !== metric) }
        : s,
    )
    return { ...without, catalogue: { ...input.catalogue, services } }
  },
  marks: ({ service, metric }, input) => [
    {
      key: `standard ${idOf(input, 'service', service)} ${metric}`,
      side: 'dropped',
      exact: '',
    },
  ],
}

export const setPrice: ChangeRule<'set-price'> = {
  resolve: () => [],
  apply: ({ price, value }, input) =>
    withSettings(input, { prices: { ...input.county.settings.prices, [price]: value } }),
  marks: ({ price, value }) => [{ key: `price ${price}`, side: String(value), exact: '' }],
}

export const setBudget: ChangeRule<'set-budget'> = {
  resolve: () => [],
  apply: ({ budget, fen }, input) =>
    withSettings(input, budget === 'running' ? { budgetFen: fen } : { capitalBudgetFen: fen }),
  marks: ({ budget, fen }) => [{ key: `budget ${budget}`, side: String(fen), exact: '' }],
}

export const setFund: ChangeRule<'set-fund'> = {
  resolve: ({ fund }, input) => nameFaults(input, 'fund', fund),
  apply: (change, input) => {
    const id = idOf(input, 'fund', change.fund)
    return withCounty(input, {
      funds: input.county.funds.map((f) => (f.id === id ? { ...f, amountFen: change.fen } : f)),
    })
  },
  marks: ({ fund, fen }, input) => [
    { key: `fund ${idOf(input, 'fund', fund)}`, side: String(fen), exact: '' },
  ],
}

export const setSetting: ChangeRule<'set-setting'> = {
  resolve: () => [],
  apply: ({ key, value }, input) =>
    withSettings(input, { assumptions: { ...input.county.settings.assumptions, [key]: value } }),
  marks: ({ key, value }) => [{ key: `setting ${key}`, side: String(value), exact: '' }],
}

export const border: ChangeRule<'border'> = {
  resolve: () => [],
  apply: ({ withinBorders }, input) =>
    withSettings(input, { withinBorders: withinBorders ? 'township' : 'none' }),
  marks: ({ withinBorders }) => [{ key: 'borders', side: String(withinBorders), exact: '' }],
}

/** A visit asked for is no state of the county: only a re-plan can answer it. */
export const callVillage: ChangeRule<'call-village'> = {
  resolve: ({ settlement, service }, input) => [
    ...nameFaults(input, 'settlement', settlement),
    ...nameFaults(input, 'service', service),
  ],
  apply: (_, input) => input,
  marks: () => [],
}
