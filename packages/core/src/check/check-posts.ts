import { type Finding, finding } from '../kernel/finding.ts'
import { isMade, type SiteDecision, type SiteStaff } from '../plan/plan.ts'
import type { Conversion } from '../resources/facility.ts'
import { postFacts } from '../resources/post-words.ts'
import { hoursOfPost, postOf, takesPost } from '../resources/posts.ts'
import { PostKind } from '../resources/staff.ts'
import type { CheckGround, SiteInUse } from './check-ground.ts'
import { sitesPaid } from './recompute-costs.ts'
import { homeOf, staffShares } from './staff-shares.ts'

/** A converted or built site with the conversion it is made by. */
interface MadeSite {
  site: SiteInUse
  decision: SiteDecision
  conversion: Conversion
  index: number
}

/** Opening hours a year of buildings in use, at the place whose staff give them; those of new posts at none. */
export function openingHours(ground: CheckGround): { place: string; hoursYear: number }[] {
  return [...sitesPaid(ground)].flatMap(([id, { staffHoursYear }]) => {
    const decision = ground.sites.get(id)?.decision
    const staff = decision?.staff
    if (decision === null || decision === undefined || staff === undefined)
      return [{ place: id, hoursYear: staffHoursYear }]
    const added = Math.max(0, decision.staffHoursYear)
    const own = { place: id, hoursYear: staffHoursYear - added }
    return staff.by === 'moved' ? [own, { place: staff.from, hoursYear: added }] : [own]
  })
}

/**
 * Who works at new sites: posts filled are no more than those authorised, hours that leave a building are of staff whom
 * no licence binds to it, and a licence lets nobody be lent elsewhere (docs/methods/checking.md).
 */
export const checkPosts = (ground: CheckGround): Finding[] => {
  const made = madeSites(ground)
  return [
    ...made.flatMap((one) => checkSiteStaff(ground, one)),
    ...checkFilled(ground, made),
    ...checkMoved(ground, made),
    ...checkLicences(ground),
  ]
}

function madeSites(ground: CheckGround): MadeSite[] {
  return ground.plan.sites.flatMap((decision, index): MadeSite[] => {
    const site = ground.sites.get(decision.facility)
    const conversion = site?.facility.conversions.find((c) => c.toKind === decision.toKind)
    if (!isMade(decision) || site?.decision !== decision || conversion === undefined) return []
    return [{ site, decision, conversion, index }]
  })
}

function checkSiteStaff(
  ground: CheckGround,
  { site, decision, conversion, index }: MadeSite,
): Finding[] {
  const { settings, staff } = ground.county
  const post = postOf(conversion)
  const hours = decision.staffHoursYear
  const at = { path: `sites.${index}.staff` }
  const given = decision.staff
  if (given === undefined) {
    const own = staff.some((s) => homeOf(s) === site.facility.id)
    if (own || hours <= 0) return []
    const facts = { facility: site.facility.id, ...postFacts(post), hours: Math.round(hours) }
    if (settings.posts?.[post] !== undefined) return [finding('site-without-staff', at, facts)]
    return staff.length > 0 ? [finding('posts-not-stated', at, facts)] : []
  }
  const enough = given.by !== 'posts' || givenBy(given) >= hours - 0.01
  return given.post === post && enough
    ? []
    : [
        finding('site-staff-wrong', at, {
          facility: site.facility.id,
          ...postFacts(post),
          want: Math.round(hours),
          other: postFacts(given.post).post,
          otherZh: postFacts(given.post).postZh,
          have: Math.round(given.by === 'posts' ? givenBy(given) : hours),
        }),
      ]
}

/** Hours a year of posts. */
const givenBy = ({ posts }: SiteStaff & { by: 'posts' }): number => (posts * hoursOfPost * 365) / 7

/** Posts filled today and by the plan within those authorised; too many already today is a warning. */
function checkFilled({ county }: CheckGround, made: readonly MadeSite[]): Finding[] {
  const { posts, horizon } = county.settings
  return PostKind.options.flatMap((post): Finding[] => {
    const authorised = posts?.[post]
    if (authorised === undefined) return []
    const filled = county.staff.filter((s) => s.post === post && takesPost(s, horizon.from)).length
    const added = made.reduce(
      (n, { decision: { staff } }) =>
        staff?.by === 'posts' && staff.post === post ? n + staff.posts : n,
      0,
    )
    if (filled + added <= authorised) return []
    const code = added > 0 ? 'posts-overfilled' : 'posts-overfilled-today'
    return [
      finding(
        code,
        { file: 'county.yaml', path: `posts.${post}` },
        { ...postFacts(post), filled, added, authorised },
      ),
    ]
  })
}

/** Hours that leave a building for new sites against those of its staff whom no licence binds. */
function checkMoved(ground: CheckGround, made: readonly MadeSite[]): Finding[] {
  const share = ground.horizonDays / 365
  const moved = new Map<string, { place: string; post: PostKind; hours: number }>()
  for (const { decision } of made) {
    const { staff, staffHoursYear } = decision
    if (staff?.by !== 'moved') continue
    const key = `${staff.from} ${staff.post}`
    const of = moved.get(key) ?? { place: staff.from, post: staff.post, hours: 0 }
    moved.set(key, { ...of, hours: of.hours + staffHoursYear * share })
  }
  if (moved.size === 0) return []
  const free = new Map<string, number>()
  for (const { person, place, hours } of staffShares(ground.base)) {
    if (person.licencePlace !== undefined) continue
    const key = `${place} ${person.post}`
    free.set(key, (free.get(key) ?? 0) + hours)
  }
  return [...moved].sort().flatMap(([key, { place, post, hours }]) => {
    const have = free.get(key) ?? 0
    if (hours <= have + 0.01) return []
    const facts = { place, ...postFacts(post), have: Math.round(have), want: Math.ceil(hours) }
    return [finding('staff-may-not-move', { path: `staff.${place}` }, facts)]
  })
}

/** Rotas that send somebody with a licence elsewhere: those hours count at the place of the licence. */
function checkLicences(ground: CheckGround): Finding[] {
  const staff = new Map(ground.county.staff.map((s) => [s.id, s]))
  const sent = new Map<string, Finding>()
  for (const rota of ground.county.baseline.rotas) {
    const person = staff.get(rota.staff)
    const place = ground.vehicles.get(rota.place)?.depot ?? rota.place
    const licence = person?.licencePlace
    if (licence === undefined || licence === place) continue
    const facts = { staff: rota.staff, place, licence }
    sent.set(
      `${rota.staff} ${place}`,
      finding('licence-elsewhere', { path: `staff.${rota.staff}` }, facts),
    )
  }
  return [...sent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found)
}
