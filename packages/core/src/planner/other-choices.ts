import { type Choice, type Chosen, keyOfOption, type Option, siteOf } from './joint/option.ts'

/** Keeps only some options of each group; a group that would be left without any keeps all. */
export function restricted(choice: Choice, keep: (option: Option) => boolean): Choice {
  return {
    ...choice,
    groups: choice.groups.map((group) => {
      const options = group.options.filter(keep)
      return options.length > 0 ? { ...group, options } : group
    }),
  }
}

/** All-fixed and all-mobile, where there is a choice between the two at all. */
export function corners(choice: Choice): Choice[] {
  const either = choice.groups.some(
    (g) => g.options.some((o) => o.mode === 'fixed') && g.options.some((o) => o.mode !== 'fixed'),
  )
  if (!either) return []
  return [
    restricted(choice, (o) => o.mode === 'fixed'),
    restricted(choice, (o) => o.mode !== 'fixed'),
  ]
}

/** Every building that may or may not be used, the other way round than chosen; none where there are many. */
export function siteFlips(choice: Choice, chosen: Chosen, most: number): Choice[] {
  const sites = new Set(choice.groups.flatMap((g) => g.options.flatMap((o) => siteOf(o) ?? [])))
  if (sites.size > most) return []
  return [...sites].sort().map((site) => {
    const drop = chosen.sites.has(site)
    const isSite = (o: Option) => siteOf(o) === site
    return restricted(choice, drop ? (o) => !isSite(o) : isSite)
  })
}

const placeOf = (option: Option | undefined): string =>
  option === undefined ? '-' : keyOfOption(option)

/** Says a decision in full, so that none is carried out twice. */
export const signature = (choice: Choice, chosen: Chosen): string =>
  choice.groups.map((g, k) => `${g.cells[0]}:${placeOf(g.options[chosen.option[k]!])}`).join(';')
