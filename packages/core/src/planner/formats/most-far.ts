/** Largest coordinate and length: searches count in 32 bits, and sums of longer ones would overflow. */
export const mostFar = 1e8
