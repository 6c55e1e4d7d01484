const key = 'kuashan-way-back'

/** What a window keeps while it is open. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A path of this app, and nothing that a browser could take for another place. */
const isOwnPath = (path: string): boolean => {
  if (!/^\/(?![/\\])/.test(path)) return false
  const { origin, pathname } = new URL(path, 'http://own.invalid')
  return origin === 'http://own.invalid' && !['/sign-in', '/link'].includes(pathname)
}

/** Notes in this window where somebody was when they left to sign in. */
export function noteWayBack(path: string, kept: Kept = sessionStorage): void {
  if (isOwnPath(path)) kept.setItem(key, path)
  else kept.removeItem(key)
}

/** Where to go back to, once; null where nothing good was noted. */
export function takeWayBack(kept: Kept = sessionStorage): string | null {
  const path = kept.getItem(key)
  kept.removeItem(key)
  return path !== null && isOwnPath(path) ? path : null
}

export const forgetWayBack = (): void => sessionStorage.removeItem(key)
