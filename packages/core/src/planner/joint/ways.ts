import { type Option, siteOf } from './option.ts'

/** Supply by one kind of means alone, which joint plans are held against. */
export type Ways = 'all-fixed' | 'all-mobile'

/**
 * Whether a way may be chosen. All-fixed: sites, stations in them, staff at the door; no vehicle calls and nobody is
 * driven. All-mobile: no building is converted or built; vehicles come, people are driven, staff call.
 */
export const allowedBy =
  (ways: Ways, openToday: ReadonlySet<string>) =>
  (option: Option): boolean => {
    if (ways === 'all-fixed') return option.mode !== 'vehicle' && option.mode !== 'ride'
    const site = siteOf(option)
    return site === undefined || openToday.has(site)
  }
