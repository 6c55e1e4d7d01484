/** One palette and scale for reports, posters and apps. Contrast of text on its ground is at least 4.5 : 1. */
export const colours = {
  ink: '#1d2b2a',
  quiet: '#5b6a68',
  ground: '#ffffff',
  panel: '#f3f6f4',
  line: '#cfd8d4',
  brand: '#0b5d4e',
  good: '#1a7f5a',
  warn: '#a65a00',
  bad: '#b3261e',
  road: '#a9aca6',
  water: '#7fb2cf',
} as const

/** Distinct on paper and for colour-blind readers (Okabe & Ito 2008), darkened for print. */
export const series = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#8a6d00',
  '#56708f',
  '#7a3b8f',
  '#3d7a1c',
] as const

export const fonts =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
