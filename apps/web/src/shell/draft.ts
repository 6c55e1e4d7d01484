import { useCallback, useState } from 'react'
import { useMe } from './county.tsx'

const prefix = 'kuashan-draft '

function kept<T>(key: string, first: T): T {
  try {
    const text = sessionStorage.getItem(key)
    return text === null ? first : (JSON.parse(text) as T)
  } catch {
    return first
  }
}

/**
 * What somebody is writing and has not sent, kept in this window: leaving the page or loading it anew loses nothing.
 * `clear` forgets it once it has arrived.
 */
export function useDraft<T>(name: string, first: T): [T, (value: T) => void, clear: () => void] {
  const key = `${prefix}${useMe()?.account ?? ''} ${name}`
  const [value, setValue] = useState(() => kept(key, first))
  const set = useCallback(
    (next: T) => {
      setValue(next)
      sessionStorage.setItem(key, JSON.stringify(next))
    },
    [key],
  )
  const clear = () => {
    setValue(first)
    sessionStorage.removeItem(key)
  }
  return [value, set, clear]
}

/** Forgets all that was not sent: whoever signs out leaves nothing on the machine. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}
