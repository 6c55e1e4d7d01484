import { type Option, siteOf } from './option.ts'

/**
 * Supply by one kind of means alone, which joint plans are held against; `no-new-sites` is all that can be had
 * without a building converted or built.
 */
export type Ways = 'all-fixed' | 'all-mobile' | 'no-new-sites'

/**
 * Whether a way may be chosen. All-fixed: people come to sites and stations in them, staff call; no vehicle comes and
 * nobody is driven. All-mobile: the service comes to people, by vehicles and by staff who call; no building, no station
 * in one, nobody is driven to one. A ride takes a vehicle *and* a site, so it belongs to neither. No new sites: all
 * but buildings converted or built.
 */
export const allowedBy =
  (ways: Ways, openToday: ReadonlySet<string>) =>
  (option: Option): boolean => {
    if (ways === 'all-fixed') return option.mode !== 'vehicle' && option.mode !== 'ride'
    if (ways === 'all-mobile' && (option.mode === 'ride' || option.mode === 'remote')) return false
    const site = siteOf(option)
    return site === undefined || openToday.has(site)
  }
