/**
 * What the big pages ask of their county first, so that it is on its way while the code still loads. Addresses, not routes:
 * the contract is a large part of that code. A page that asks for something else asks later, that is all.
 */
export const firstAsked: Readonly<Record<string, readonly string[]>> = {
  territory: ['/places', '/roads.geojson', '/map-source', '/measures/latest'],
  measure: ['/places', '/measures/latest'],
}
