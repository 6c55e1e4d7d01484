/** Which of two texts comes first, code unit by code unit: the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Orders by a text of each item, as `compareText` does. */
export const byText =
  <T>(text: (item: T) => string) =>
  (a: T, b: T): number =>
    compareText(text(a), text(b))
