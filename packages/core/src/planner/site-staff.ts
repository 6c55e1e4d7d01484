import { byText } from '../kernel/order.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import type { SiteDecision, SiteStaff } from '../plan/plan.ts'
import type { Conversion, Facility } from '../resources/facility.ts'
import { postOf, postsFor, takesPost } from '../resources/posts.ts'
import type { PostKind } from '../resources/staff.ts'
import { metresBetween } from '../territory/earth.ts'
import type { Uses } from './joint/option.ts'
import { hoursLeft, staffThere } from './staff-hours.ts'

/** Buildings that staff may be moved from to one new site: the nearest. */
const mostHomes = 2

/** One way to staff a converted or built site, and what it takes of posts and hours. */
export interface SiteStaffing {
  staff: SiteStaff | undefined
  uses: Uses
}

/** Ways to staff the sites of a county, for each building and conversion. */
export type StaffingsOf = (facility: Facility, conversion: Conversion) => readonly SiteStaffing[]

const postsRow = (post: PostKind): string => `posts ${post}`
const movedRow = (from: string, post: PostKind): string => `moved ${from} ${post}`

/** Authorised posts that nobody fills, by kind; kinds that the county does not state are left out. */
export function freePosts({ settings, staff }: County): Map<PostKind, number> {
  const stated = Object.entries(settings.posts ?? {}) as [PostKind, number][]
  const filled = (post: PostKind) =>
    staff.filter((s) => s.post === post && takesPost(s, settings.horizon.from)).length
  return new Map(stated.map(([post, all]) => [post, Math.max(0, all - filled(post))]))
}

/** Limits of the rows that staffing takes from: free posts, and hours that may be spent elsewhere than at home. */
export function staffingLimits(county: County): Map<string, number> {
  const limits = new Map([...freePosts(county)].map(([post, n]) => [postsRow(post), n]))
  for (const [place, { movable }] of staffThere(county))
    for (const [post, hours] of movable) limits.set(movedRow(place, post), hours)
  return limits
}

/**
 * Where a county states its posts, the hours of a new site come from posts filled anew or from staff of the nearest
 * buildings who have as many to spare and no licence that binds them (docs/methods/joint-plan.md). A site with staff
 * of its own takes theirs.
 */
export function staffingsOf(county: County): StaffingsOf {
  const there = staffThere(county)
  const left = hoursLeft(county)
  const free = freePosts(county)
  const share = horizonDaysOf(county) / 365
  const places = new Map(county.facilities.map((f) => [f.id, f]))
  return (facility, conversion) => {
    const today = facility.state === 'open' ? facility.staffHoursYear : 0
    const hours = (conversion.staffHoursYear - today) * share
    const post = postOf(conversion)
    if (there.has(facility.id))
      return [{ staff: undefined, uses: hours > 0 ? [[`staff ${facility.id}`, hours]] : [] }]
    if (hours <= 0 || !free.has(post)) return [{ staff: undefined, uses: [] }]
    const posts = postsFor(conversion.staffHoursYear - today)
    const homes = [...there]
      .filter(([id, of]) => Math.min(of.movable.get(post) ?? 0, left.get(id)!) >= hours)
      .map(([id]) => ({ id, metres: apart(facility, places.get(id)) }))
      .sort(byText(({ id }) => id))
      .sort((a, b) => a.metres - b.metres)
      .slice(0, mostHomes)
    return [
      { staff: { by: 'posts', post, posts }, uses: [[postsRow(post), posts]] },
      ...homes.map(
        ({ id }): SiteStaffing => ({
          staff: { by: 'moved', post, from: id },
          uses: [
            [`staff ${id}`, hours],
            [movedRow(id, post), hours],
          ],
        }),
      ),
    ]
  }
}

const apart = (a: Facility, b: Facility | undefined): number =>
  a.at === null || !b?.at ? Number.MAX_SAFE_INTEGER : metresBetween(a.at, b.at)

/** Hours of the horizon that decisions on buildings take from staff elsewhere, by the building they leave. */
export function hoursMoved(county: County, sites: readonly SiteDecision[]): Map<string, number> {
  const share = horizonDaysOf(county) / 365
  const moved = new Map<string, number>()
  for (const { facility, staff, staffHoursYear } of sites) {
    const from = staff?.by === 'moved' ? staff.from : facility
    if (staff?.by === 'posts' || staffHoursYear <= 0) continue
    moved.set(from, (moved.get(from) ?? 0) + staffHoursYear * share)
  }
  return moved
}

/** What decisions on buildings take from the rows of `staffingLimits`. */
export function decisionUses(county: County, sites: readonly SiteDecision[]): Map<string, number> {
  const share = horizonDaysOf(county) / 365
  const used = new Map<string, number>()
  for (const { staff, staffHoursYear } of sites) {
    if (staff === undefined) continue
    const [row, amount] =
      staff.by === 'posts'
        ? [postsRow(staff.post), staff.posts]
        : [movedRow(staff.from, staff.post), staffHoursYear * share]
    used.set(row, (used.get(row) ?? 0) + amount)
  }
  return used
}
