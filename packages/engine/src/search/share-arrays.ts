type TypedArray = Int32Array | Float64Array

const shared = <T extends TypedArray>(array: T): T => {
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => T
  const copy = new Kind(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}

/** The same record with all its typed arrays in shared memory; an array named twice stays one array. */
export function shareArrays<T extends object>(record: T): T {
  const copies = new Map<unknown, unknown>()
  for (const value of Object.values(record))
    if ((value instanceof Int32Array || value instanceof Float64Array) && !copies.has(value))
      copies.set(value, shared(value))
  const entries = Object.entries(record).map(([key, value]) => [key, copies.get(value) ?? value])
  return Object.fromEntries(entries) as T
}
