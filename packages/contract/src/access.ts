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

/** Who brings data in and puts them in force. */
export const importing: Access = { open: 'roles', roles: ['planner'], purpose: 'planning' }

/** Who corrects rows of the data, each inside their own area. */
export const correcting: Access = {
  open: 'roles',
  roles: ['planner', 'department', 'township'],
  purpose: 'planning',
}

/** Who keeps registers and measures: what planners plan on. */
export const preparing: Access = {
  open: 'roles',
  roles: ['planner', 'department'],
  purpose: 'planning',
}

/** Who makes plans and scenarios. */
export const drafting: Access = { open: 'roles', roles: ['planner'], purpose: 'planning' }

/** Who may have something worked out. */
export const asking: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department'],
  purpose: 'planning',
}

/** Who may say something about a plan. */
export const commenting: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department', 'township', 'steward'],
  purpose: 'planning',
}

/** Who takes down what residents are concerned about. */
export const hearing: Access = {
  open: 'roles',
  roles: ['planner', 'township', 'steward', 'agent'],
  purpose: 'planning',
}

/** Who sees what residents are concerned about: those who plan, and those who took it down. */
export const heeding: Access = {
  open: 'roles',
  roles: [
    'leader',
    'planner',
    'department',
    'township',
    'steward',
    'agent',
    'auditor',
    'administrator',
  ],
  purpose: 'planning',
}

/** Who serves people and looks them up, each in their area. Planners and leaders see none: they plan with counts. */
export const serving: Access = {
  open: 'roles',
  roles: ['department', 'township', 'crew', 'steward', 'agent'],
  purpose: 'delivery',
}

/** Who keeps the register of people. */
export const registering: Access = {
  open: 'roles',
  roles: ['department', 'township'],
  purpose: 'delivery',
}

export const auditing: Access = {
  open: 'roles',
  roles: ['auditor', 'administrator'],
  purpose: 'audit',
}

/** Who looks into emergencies afterwards. */
export const reviewing: Access = { open: 'roles', roles: ['auditor'], purpose: 'audit' }

export const administering: Access = {
  open: 'roles',
  roles: ['administrator'],
  purpose: 'administration',
}
