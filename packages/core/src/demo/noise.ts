/** A smooth random field: `seed` and place give a value in [-1, 1]. */
const lattice = (x: number, y: number, seed: number): number => {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1
}

const fade = (t: number): number => t * t * (3 - 2 * t)

/** Value noise on a unit lattice (Perlin 1985 in its simplest form). */
function valueNoise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const u = fade(x - x0)
  const v = fade(y - y0)
  const top = lattice(x0, y0, seed) * (1 - u) + lattice(x0 + 1, y0, seed) * u
  const low = lattice(x0, y0 + 1, seed) * (1 - u) + lattice(x0 + 1, y0 + 1, seed) * u
  return top * (1 - v) + low * v
}

/** Octaves of value noise, each half as strong and twice as fine. */
export function fractalNoise(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0
  let strength = 0.5
  let scale = 1
  for (let k = 0; k < octaves; k++) {
    sum += strength * valueNoise(x * scale, y * scale, (seed + Math.imul(k, 0x9e3779b1)) | 0)
    strength /= 2
    scale *= 2.03
  }
  return sum
}
