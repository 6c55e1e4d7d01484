import { type Choice, type Chosen, keyOfOption, type Option, siteOf } from './joint/option.ts'
import { allowedBy } from './joint/ways.ts'

/** Keeps only some options of each group; a group that would be left without any keeps all. */
export function restricted(
  choice: Choice,
  keep: (option: Option, group: number) => boolean,
): Choice {
  return {
    ...choice,
    groups: choice.groups.map((group, g) => {
      const options = group.options.filter((o) => keep(o, g))
      return options.length > 0 ? { ...group, options } : group
    }),
  }
}

/** All-fixed and what needs no new site, where they leave anything out; needs that only the other kind of means can meet keep theirs. */
export function corners(choice: Choice): Choice[] {
  const open = new Set(choice.sites.flatMap((s) => (s.open ? [s.key] : [])))
  return (['all-fixed', 'no-new-sites'] as const).flatMap((ways) => {
    const allowed = allowedBy(ways, open)
    const mixed = choice.groups.some((g) => g.options.some(allowed) && !g.options.every(allowed))
    return mixed ? [restricted(choice, allowed)] : []
  })
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
