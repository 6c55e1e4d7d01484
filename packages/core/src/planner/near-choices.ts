import {
  type Choice,
  type Chosen,
  keyOfOption,
  type Option,
  siteOf,
  stepsOf,
} from './joint/option.ts'
import { restricted } from './other-choices.ts'

/** What one move changes: the options that group g may take, or null where it keeps its own. */
type Move = (g: number) => ((o: Option) => boolean) | null

/**
 * Choices one step from a decision, all else kept as decided: a building used or not used, a stop not visited, one group
 * of people served in another way without a further building. Estimates weigh just these, so what is good of a plan is not
 * lost in a new choice. None where there are more than `most`.
 */
export function nearChoices(
  choice: Choice,
  decided: { choice: Choice; chosen: Chosen },
  most: number,
): Choice[] {
  const own = decided.choice.groups.map((g, k) => g.options[decided.chosen.option[k]!])
  const moves = [...siteMoves(choice, own), ...stopMoves(own), ...groupMoves(choice, own)]
  if (moves.length > most) return []
  const keys = own.map((o) => (o === undefined ? null : keyOfOption(o)))
  return moves.map((move) => {
    const may = choice.groups.map((_, g) => move(g))
    return restricted(
      choice,
      (o, g) => may[g]?.(o) ?? (keys[g] === null || keyOfOption(o) === keys[g]),
    )
  })
}

type Own = readonly (Option | undefined)[]

const sitesOf = (options: Own): Set<string> =>
  new Set(options.flatMap((o) => (o === undefined ? [] : (siteOf(o) ?? []))))

function siteMoves(choice: Choice, own: Own): Move[] {
  const used = sitesOf(own)
  const facilityOf = new Map(choice.sites.map((s) => [s.key, s.facility]))
  const all = sitesOf(choice.groups.flatMap((g) => g.options))
  return [...all].sort().map((site): Move => {
    const at = (o: Option | undefined) => (o === undefined ? undefined : siteOf(o))
    if (used.has(site)) return (g) => (at(own[g]) === site ? (o) => siteOf(o) !== site : null)
    const facility = facilityOf.get(site)
    const elsewhere = (o: Option) => facilityOf.get(siteOf(o) ?? '') !== facility
    return (g) => {
      // Whoever can go there does; who used the building otherwise must find another way.
      if (choice.groups[g]!.options.some((o) => siteOf(o) === site))
        return (o) => siteOf(o) === site
      const mine = own[g]
      return mine === undefined || elsewhere(mine) ? null : elsewhere
    }
  })
}

function stopMoves(own: Own): Move[] {
  const visits = (o: Option, stop: string) => stepsOf(o).some((s) => s.stop === stop)
  const stops = new Set(own.flatMap((o) => (o === undefined ? [] : stepsOf(o).map((s) => s.stop))))
  return [...stops].sort().map(
    (stop): Move =>
      (g) => {
        const mine = own[g]
        return mine !== undefined && visits(mine, stop) ? (o) => !visits(o, stop) : null
      },
  )
}

function groupMoves(choice: Choice, own: Own): Move[] {
  const used = sitesOf(own)
  return choice.groups.flatMap(({ options }, k) => {
    const mine = own[k]
    if (mine === undefined) return []
    const others = options.map(keyOfOption).filter((key, n) => {
      const site = siteOf(options[n]!)
      return key !== keyOfOption(mine) && (site === undefined || used.has(site))
    })
    return others.map(
      (key): Move =>
        (g) =>
          g === k ? (o) => keyOfOption(o) === key : null,
    )
  })
}
