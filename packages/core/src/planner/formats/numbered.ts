/** 1 to n. */
export const numbered = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1)
