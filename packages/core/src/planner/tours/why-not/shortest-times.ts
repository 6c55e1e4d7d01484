/**
 * Shortest times from any of `ends` to every place, or with `back` from every place to any of them, over roads of any number of
 * legs (Dijkstra on a full matrix); Infinity where there is no way.
 */
export function shortestTimes(
  { lengths, times }: { lengths: Float64Array; times: Float64Array },
  places: number,
  ends: readonly number[],
  back: boolean,
): Float64Array {
  const time = new Float64Array(places).fill(Infinity)
  for (const end of ends) time[end] = 0
  const done = new Uint8Array(places)
  for (;;) {
    let at = -1
    for (let k = 0; k < places; k++)
      if (done[k] === 0 && time[k]! < (at < 0 ? Infinity : time[at]!)) at = k
    if (at < 0) return time
    done[at] = 1
    for (let k = 0; k < places; k++) {
      const arc = back ? k * places + at : at * places + k
      const leg = times[arc]!
      if (lengths[arc]! < 0 || leg < 0) continue
      if (time[at]! + leg < time[k]!) time[k] = time[at]! + leg
    }
  }
}
