/** The features that the main path serves, with the files that carry each. Checks are found by the ids in test titles. */
export const features: readonly [id: string, feature: string, where: readonly string[]][] = [
  [
    'A01',
    'Equal access as a measured thing',
    ['access/measure', 'access/coverage', 'access/equity', 'access/gap-list'],
  ],
  [
    'A02',
    'What the same service costs in remote places',
    ['access/unit-cost', 'access/costed-tours'],
  ],
  ['A05', 'The last mile', ['access/last-mile', 'access/county-last-mile']],
  [
    'A07',
    'Remote villages by a stated definition',
    ['territory/remote', 'access/remote-settlements'],
  ],
  [
    'A08',
    'Three problems, three answers',
    ['access/diagnose-gap', 'planner/explain/why-not-served'],
  ],
  [
    'A09',
    'Supply by division or across borders',
    ['planner/make-plan', 'planner/fleet-class', 'access/pooling'],
  ],
  [
    'A10',
    'The long way to the county hospital',
    ['travel/trip', 'access/own-trips-to-sites', 'access/own-trip'],
  ],
  [
    'A12',
    'Across the mountains',
    ['access/opportunity', 'planner/make-plan', 'travel/road-states'],
  ],
  [
    'A13',
    'Allocation by permanent population',
    ['access/allocation', 'access/village-claims', 'catalogue/need'],
  ],
  ['A14', 'Hukou is no barrier', ['catalogue/lint-rules', 'catalogue/lint-catalogue']],
  ['A36', 'Resources lean to the grass roots', ['access/allocation', 'access/village-claims']],
  [
    'A39',
    'No division below the national standard',
    ['catalogue/floors', 'catalogue/lint-standards'],
  ],
  ['A40', 'Standards with versions and dates', ['catalogue/floors', 'catalogue/standard']],
  ['A41', 'National basic public service items', ['catalogue/national-items']],
  [
    'A48',
    'Basic and non-basic in balance',
    ['catalogue/priority-class', 'planner/joint/choose-by-levels', 'planner/first-classes'],
  ],
  ['A54', 'Comprehensive facilities everywhere', ['access/floor-test', 'access/gap-list']],
  ['A56', 'Fixed and mobile together', ['planner/plan-rounds', 'planner/joint/choose']],
  ['A57', 'People due, people met', ['check/check-stays', 'check/check-floors', 'access/coverage']],
  ['A59', 'All villages covered by the vehicles', ['access/vehicle-coverage']],
  [
    'A63',
    'Regular visits to 73 villages',
    ['access/village-selection', 'planner/tours/solve-tours'],
  ],
  ['A64', 'Aging village doctors', ['access/village-selection']],
  [
    'A65',
    '648 villages, 64 vehicles',
    ['planner/make-plan', 'planner/first-tours/templates/balance', 'demo/city'],
  ],
  ['A96', 'First the weak', ['catalogue/priority-class', 'planner/joint/choose-by-levels']],
  ['A105', 'Index of essential services', ['access/accessibility-index', 'access/village-access']],
  ['A106', 'Tailored to town and country', ['access/coverage', 'planner/plan-rounds']],
  ['A110', 'Equal distribution across places', ['access/allocation', 'access/village-claims']],
  ['A112', 'Places down to the natural village', ['territory/division', 'access/division-at']],
]
