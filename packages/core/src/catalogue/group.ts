/** Age groups of permanent residents, youngest first. */
export const groups = ['child', 'adult', 'elder', 'oldest'] as const

/** 0–17, 18–59, 60–79, 80 and over. */
export type Group = (typeof groups)[number]

/** The group of somebody of `age` completed years. */
export function groupOf(age: number): Group {
  if (age < 18) return 'child'
  if (age < 60) return 'adult'
  return age < 80 ? 'elder' : 'oldest'
}

export const noPeople = (): Record<Group, number> => ({ child: 0, adult: 0, elder: 0, oldest: 0 })
