import type { Windows } from '../ruled/problem.ts'

/** The first moment from `time` on that lies in a window; Infinity after the last. */
export function earliestIn(windows: Windows, time: number): number {
  for (let k = 0; k < windows.length; k += 2)
    if (time <= windows[k + 1]!) return Math.max(time, windows[k]!)
  return Infinity
}

/** The last moment up to `time` that lies in a window; -Infinity before the first. */
export function latestIn(windows: Windows, time: number): number {
  for (let k = windows.length - 2; k >= 0; k -= 2)
    if (time >= windows[k]!) return Math.min(time, windows[k + 1]!)
  return -Infinity
}
