/** How much a place at some cost (minutes, kilometres) still counts: 1 or so at hand, falling. */
export type Decay = (cost: number) => number

/** 1 up to and including the limit, then 0. */
export const binary =
  (limit: number): Decay =>
  (cost) =>
    cost <= limit ? 1 : 0

/** Constant weights by zone, upper ends inclusive and ascending; 0 beyond the last. */
export const step =
  (zones: readonly (readonly [upTo: number, weight: number])[]): Decay =>
  (cost) =>
    zones.find(([upTo]) => cost <= upTo)?.[1] ?? 0

/** exp(-x² / 2σ²), as PySAL `access` has it: no limit of its own. */
export const gaussian =
  (sigma: number): Decay =>
  (cost) =>
    Math.exp(-(cost * cost) / (2 * sigma * sigma))

/** Gaussian that falls to exactly 0 at the edge of the catchment (Dai 2010). */
export const gaussianTo =
  (limit: number): Decay =>
  (cost) => {
    if (cost > limit) return 0
    const edge = Math.exp(-0.5)
    return (Math.exp(-0.5 * (cost / limit) ** 2) - edge) / (1 - edge)
  }

export const exponential =
  (scale: number): Decay =>
  (cost) =>
    Math.exp(-cost / scale)

/** (max(x, least) / scale)^alpha with alpha negative for decay; `least` keeps it finite at 0. */
export const power =
  (scale: number, alpha: number, least = 0): Decay =>
  (cost) =>
    (Math.max(cost, least) / scale) ** alpha

/** Luo & Qi (2009): three zones of ten minutes and more. */
export const e2sfcaZones = step([
  [10, 1],
  [20, 0.68],
  [30, 0.22],
])

/** Wan, Zou & Sternberg (2012). */
export const threeStepZones = step([
  [10, 0.962],
  [20, 0.704],
  [30, 0.377],
  [60, 0.042],
])
