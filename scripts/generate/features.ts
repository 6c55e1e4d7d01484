/** Features that an issue promises, by issue: the page has a row for each, with its test or without one. */
export const promised: readonly [issue: number, ids: string][] = [
  [
    2,
    'A01 A02 A05 A07 A09 A10 A12 A13 A14 A36 A39 A40 A41 A54 A56 A57 A59 A63 A64 A65 A105 A106 A110 A112',
  ],
  [4, 'A02 A08 A09 A10 A12 A13 A15 A16 A17 A18 A48 A56 A57 A63 A64 A69 A96 A105 A106 A110 A117'],
  [5, 'A02 A06 A08 A11 A13 A46 A51 A52 A53 A58 A59 A93 A94 A109 A112 A113 A114 A117 A118'],
]

/**
 * The features that there are, with the files that carry each: in core by their name there, otherwise by their whole
 * path. Checks are found by the ids in test titles.
 */
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
  ['A06', 'Three gaps', ['figures/definitions/gaps', 'figures/gap-between']],
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
    'A11',
    'Cross-regional pooling',
    ['resources/pool/book', 'resources/pool/pool-needs', 'resources/pool/settle', 'access/pooling'],
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
  ['A15', 'Six integrations', ['plan/scenario/projects', 'planner/compare/scorecard']],
  ['A16', 'Services follow the people', ['territory/move-people', 'plan/scenario/people-changes']],
  ['A17', 'Development axis', ['plan/lint-axis', 'access/axis-programme']],
  ['A18', 'Population aggregation', ['territory/move-people', 'plan/scenario/county-in-year']],
  ['A36', 'Resources lean to the grass roots', ['access/allocation', 'access/village-claims']],
  [
    'A39',
    'No division below the national standard',
    ['catalogue/floors', 'catalogue/lint-standards'],
  ],
  ['A40', 'Standards with versions and dates', ['catalogue/floors', 'catalogue/standard']],
  ['A41', 'National basic public service items', ['catalogue/national-items']],
  [
    'A46',
    'First the concerns of local people',
    ['plan/concern', 'plan/concern-queue', 'apps/web/src/pages/concerns/concerns-page.tsx'],
  ],
  [
    'A48',
    'Basic and non-basic in balance',
    ['catalogue/priority-class', 'planner/joint/choose-by-levels', 'planner/first-classes'],
  ],
  [
    'A51',
    'Expand, improve, reduce, increase',
    ['figures/definitions/all-figures', 'figures/record-book'],
  ],
  ['A52', 'Investment continues to rise', ['figures/ledger/ledger', 'figures/ledger/split-fen']],
  [
    'A53',
    'Planning, standards, facilities, policy integrated',
    ['plan/policy-chain', 'plan/facility-projects', 'plan/policy-text'],
  ],
  ['A54', 'Comprehensive facilities everywhere', ['access/floor-test', 'access/gap-list']],
  ['A56', 'Fixed and mobile together', ['planner/plan-rounds', 'planner/joint/choose']],
  ['A57', 'People due, people met', ['check/check-stays', 'check/check-floors', 'access/coverage']],
  [
    'A58',
    '1,394 convenience and wealth vehicles',
    ['resources/fleet-register', 'resources/readiness'],
  ],
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
  ['A69', 'Expert days', ['plan/expert-work', 'planner/expert-work', 'check/check-experts']],
  ['A93', 'Systematic integration of resources', ['plan/joint-visits', 'plan/department-event']],
  [
    'A94',
    'Civil-affairs director, commissions, officials as users',
    [
      'people/role',
      'packages/store/src/database/with-caller.ts',
      'packages/store/src/accounts/set-grants.ts',
      'packages/contract/src/access.ts',
    ],
  ],
  ['A96', 'First the weak', ['catalogue/priority-class', 'planner/joint/choose-by-levels']],
  ['A105', 'Index of essential services', ['access/accessibility-index', 'access/village-access']],
  ['A106', 'Tailored to town and country', ['access/coverage', 'planner/plan-rounds']],
  [
    'A109',
    'Joint urban-rural platform, cloud platform',
    [
      'people/person-file',
      'people/person-file-formats',
      'packages/store/src/queries/person-files.ts',
    ],
  ],
  ['A110', 'Equal distribution across places', ['access/allocation', 'access/village-claims']],
  ['A112', 'Places down to the natural village', ['territory/division', 'access/division-at']],
  [
    'A113',
    'Promoted across the province, shown to the world',
    ['plan/template/template-tables', 'plan/template/table-guide'],
  ],
  [
    'A114',
    'Reports like the Lishui figures',
    ['figures/figure', 'figures/evaluate-figure', 'figures/report'],
  ],
  [
    'A117',
    'New ways of supply, tried in a sandbox',
    [
      'plan/experiment',
      'plan/trial',
      'planner/compare/forecast-beside',
      'apps/web/src/pages/scenarios/trials/trials-page.tsx',
    ],
  ],
  [
    'A118',
    'More stable jobs, better education, more reliable social security',
    [
      'catalogue/goal',
      'catalogue/goal-figure',
      'catalogue/starting-goals',
      'access/goal-figures',
      'apps/web/src/pages/settings/goals/goal-tree.tsx',
    ],
  ],
]
