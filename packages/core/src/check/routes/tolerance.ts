/** Sums of unrounded numbers differ in their last digits by order; limits are kept to this much. */
export const tolerance = 1e-6

export const exceeds = (value: number, limit: number): boolean => value > limit + tolerance
