import { z } from 'zod'

/** What somebody does in the county's services. What a role may see is decided by role × area × purpose. */
export const Role = z.enum([
  'leader',
  'planner',
  'department',
  'township',
  'crew',
  'steward',
  'agent',
  'volunteer',
  'auditor',
  'administrator',
])
export type Role = z.infer<typeof Role>

/** Who may open the people of an area in an emergency: those who answer for people's safety there. */
export const emergencyRoles: ReadonlySet<Role> = new Set([
  'leader',
  'department',
  'township',
  'crew',
  'steward',
  'agent',
])

/**
 * Why somebody looks or writes; recorded with every look at a personal record. `planning` sees counts, `delivery` the
 * people of a visit, `entitlement` the person asked about, `audit` the records of looks, `administration` accounts,
 * `emergency` what a broken glass opens.
 */
export const Purpose = z.enum([
  'planning',
  'delivery',
  'entitlement',
  'audit',
  'administration',
  'emergency',
])
export type Purpose = z.infer<typeof Purpose>
