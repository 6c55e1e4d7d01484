import { z } from 'zod'
import type { Access } from './route.ts'

/** Path parameter of everything that belongs to a county: its 12-digit code. */
export const inCounty = { county: z.string().regex(/^\d{12}$/) }

/** Who plans, and who looks at plans: all who work for the county except crews on the road. */
export const planning: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department', 'township', 'auditor', 'administrator'],
  purpose: 'planning',
}

/** Who decides on data, plans and standards. */
export const deciding: Access = { open: 'roles', roles: ['leader', 'planner'], purpose: 'planning' }

/** Who may say something about a plan. */
export const commenting: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department', 'township', 'steward'],
  purpose: 'planning',
}

export const auditing: Access = {
  open: 'roles',
  roles: ['auditor', 'administrator'],
  purpose: 'audit',
}

export const administering: Access = {
  open: 'roles',
  roles: ['administrator'],
  purpose: 'administration',
}
