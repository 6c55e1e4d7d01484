/**
 * An area is where somebody works: '' for the whole county, or townships and villages by the leading digits of their codes,
 * in order, none inside another, with a space between.
 */
export const placesOf = (area: string): string[] => area.split(' ')

/** One area of several: of places inside another only the wider is named. */
export function unionOf(areas: readonly string[]): string {
  const places = [...new Set(areas.flatMap(placesOf))].sort()
  return places
    .filter((place, k) => places.findIndex((other) => place.startsWith(other)) === k)
    .join(' ')
}

/** Whether a division, by its code, or another area, whole, lies in an area. */
export const isInArea = (inner: string, area: string): boolean =>
  placesOf(inner).every((code) => placesOf(area).some((place) => code.startsWith(place)))
