import type { NearPairs } from '@kuashan/core/travel/near-pairs.ts'
import type { Access } from '@kuashan/core/travel/snap.ts'

export const sharedBytes = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

/** Copies of typed arrays in shared memory, so that a task costs nothing to send. */
const shared = {
  u8: (a: Uint8Array) => copied(new Uint8Array(sharedBytes(a.byteLength)), a),
  u32: (a: Uint32Array) => copied(new Uint32Array(sharedBytes(a.byteLength)), a),
  i32: (a: Int32Array) => copied(new Int32Array(sharedBytes(a.byteLength)), a),
  f64: (a: Float64Array) => copied(new Float64Array(sharedBytes(a.byteLength)), a),
}

function copied<T extends { set(source: T): void }>(target: T, source: T): T {
  target.set(source)
  return target
}

export const sharedAccess = (access: Access): Access => ({
  first: shared.u32(access.first),
  edge: shared.u32(access.edge),
  forward: shared.f64(access.forward),
  backward: shared.f64(access.backward),
  along: shared.f64(access.along),
  legOut: shared.f64(access.legOut),
  legIn: shared.f64(access.legIn),
  legMetres: shared.f64(access.legMetres),
  snap: shared.i32(access.snap),
  state: shared.u8(access.state),
})

export const sharedPairs = (pairs: NearPairs): NearPairs => ({
  first: shared.u32(pairs.first),
  target: shared.u32(pairs.target),
  out: shared.f64(pairs.out),
  back: shared.f64(pairs.back),
  metres: shared.f64(pairs.metres),
})

export const sharedRows = (rows: readonly (readonly number[])[]) => {
  const first = new Uint32Array(sharedBytes(4 * (rows.length + 1)))
  rows.forEach((row, k) => {
    first[k + 1] = first[k]! + row.length
  })
  const target = new Uint32Array(sharedBytes(4 * first[rows.length]!))
  rows.forEach((row, k) => {
    target.set(row, first[k]!)
  })
  return { first, target }
}
