/** The first number behind a letter that nothing in a list has, from one after its length: `G4`. */
export function freeId(letter: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let k = taken.length + 1
  while (ids.has(`${letter}${k}`)) k++
  return `${letter}${k}`
}
