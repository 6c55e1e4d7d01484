import { nameOfFleet } from '../fleet-of-route.ts'
import { customersOf, withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'

const most = 6

/** One fleet gets the skills that the customer asks for and it lacks. */
export const skillGiven: Probe<'skill-given'> = {
  kind: 'skill-given',
  answers: ['skills'],
  widest: ({ instance, customers }) => {
    const asked = customersOf(instance, customers).flatMap((c) => c.rules?.skills ?? [])
    return instance.fleets
      .flatMap((f, fleet) => {
        const skills = [...new Set(asked)].filter((skill) => !f.rules?.skills?.includes(skill))
        const name = nameOfFleet(instance, fleet)
        return skills.length === 0
          ? []
          : [{ kind: 'skill-given' as const, what: { fleet, name, skills } }]
      })
      .sort((a, b) => a.what.skills.length - b.what.skills.length)
      .slice(0, most)
  },
  apply: (instance, _, { what }) =>
    withFleets(instance, (fleet, index) =>
      index === what.fleet
        ? withFleetRules(fleet, { skills: [...(fleet.rules?.skills ?? []), ...what.skills] })
        : fleet,
    ),
}
