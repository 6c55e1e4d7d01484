/** Orders by a text, code unit by code unit: the same on every machine and in every language. */
export const byText =
  <T>(text: (item: T) => string) =>
  (a: T, b: T): number => {
    const [left, right] = [text(a), text(b)]
    return left < right ? -1 : left > right ? 1 : 0
  }
