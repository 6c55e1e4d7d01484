export const sizes = ['three-valleys', 'county', 'city'] as const
export type Size = (typeof sizes)[number]
