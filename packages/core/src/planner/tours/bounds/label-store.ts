/** Labels of one pricing run as parallel arrays that grow by doubling; a label is its index. */
export interface LabelStore {
  count: number
  room: number
  cost: Float64Array
  /** label × resources. */
  value: Float64Array
  node: Int32Array
  before: Int32Array
  /** ng-set, in bits of the node's own neighbourhood. */
  near: Int32Array
  /** label × words: which cuts stand at one half. */
  halves: Int32Array
  /** Next of the same node and step of dominance, dearer. */
  dearer: Int32Array
  /** Next to be extended in the same step. */
  later: Int32Array
  dead: Uint8Array
}

const arrays = (room: number, resources: number, words: number) => ({
  cost: new Float64Array(room),
  value: new Float64Array(room * resources),
  node: new Int32Array(room),
  before: new Int32Array(room),
  near: new Int32Array(room),
  halves: new Int32Array(room * words),
  dearer: new Int32Array(room),
  later: new Int32Array(room),
  dead: new Uint8Array(room),
})

export const openLabels = (resources: number, words: number): LabelStore => ({
  count: 0,
  room: 4096,
  ...arrays(4096, resources, words),
})

/** Room for one more label. */
export function growLabels(labels: LabelStore, resources: number, words: number): void {
  if (labels.count < labels.room) return
  const larger = arrays(labels.room * 2, resources, words)
  for (const key of Object.keys(larger) as (keyof typeof larger)[])
    larger[key].set(labels[key] as never)
  Object.assign(labels, larger)
  labels.room *= 2
}
