/** What one outing does: stops in order, on days on which all of them can be served. */
export interface Variant {
  stops: readonly number[]
  /** By position in the problem's days: 0 closed, 1 open, 2 better avoided. */
  days: Uint8Array
}

/** One outing that wants a vehicle and a day. */
export interface Job {
  variant: number
  template: number
  /** Vehicle that has the template's outings, for the continuity of its crew; -1 for none. */
  home: number
  /** Where even spacing would put it, as a position in the problem's days. */
  target: number
  /** The calendar day that even spacing means, festivals included: orders jobs of one target. */
  wish: number
  /** Days either side of the target within which the visits stay even. */
  reach: number
}
