import { emergencyRoles } from '@kuashan/core/people/role.ts'
import { z } from 'zod'
import type { Access, Way } from './route.ts'

/** Path parameter of everything that belongs to a county: its 12-digit code. */
export const inCounty = { county: z.string().regex(/^\d{12}$/) }

/** Who plans, and who looks at plans: all who work for the county except crews on the road. */
export const planning = {
  open: 'roles',
  roles: ['leader', 'planner', 'department', 'township', 'auditor', 'administrator'],
  purpose: 'planning',
} as const satisfies Access

/** Who looks into what is worked out for the whole county: scenarios, comparisons, what edits would do. */
export const studying: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department', 'auditor', 'administrator'],
  purpose: 'planning',
  whole: true,
}

/** Who decides on data, plans and standards. */
export const deciding: Access = {
  open: 'roles',
  roles: ['leader', 'planner'],
  purpose: 'planning',
  whole: true,
}

/** What is the planner's alone: bringing data in, making plans and scenarios, answering what is said of them. */
export const plannersOwn: Access = {
  open: 'roles',
  roles: ['planner'],
  purpose: 'planning',
  whole: true,
}

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
  whole: true,
}

/** Who may have something worked out, and stops it. */
export const asking: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department'],
  purpose: 'planning',
  whole: true,
}

/** Who may say something about a plan: offices. The planner writes down what came on paper. */
export const commenting: Access = {
  open: 'roles',
  roles: ['leader', 'planner', 'department', 'township'],
  purpose: 'planning',
}

/** Who works with residents in the villages, each inside their area. */
const amongResidents: Way = { roles: ['steward', 'agent'], purpose: 'delivery' }

/** Who takes down what residents say: concerns, and objections to a plan. Leaders and departments comment. */
export const hearing: Access = {
  open: 'roles',
  roles: ['planner', 'township', 'steward', 'agent'],
  purpose: 'planning',
  also: [amongResidents],
}

/** Who sees what residents say and how it was answered: those who plan, and those who took it down. */
export const heeding: Access = {
  open: 'roles',
  roles: [...planning.roles, ...amongResidents.roles],
  purpose: 'planning',
  also: [amongResidents],
}

/** Who hangs notices up in villages. */
export const posting: Access = {
  open: 'roles',
  roles: ['planner', 'township', 'steward'],
  purpose: 'planning',
  also: [{ roles: ['steward'], purpose: 'delivery' }],
}

/** Who is told of the plan in the villages: those who carry it out there, and the offices. */
export const inVillages: Access = {
  ...planning,
  also: [{ roles: ['crew', 'steward', 'agent', 'volunteer'], purpose: 'delivery' }],
}

/** Who serves people and looks them up, each in their area. Planners and leaders see none: they plan with counts. */
export const serving: Access = {
  open: 'roles',
  roles: ['department', 'township', 'crew', 'steward', 'agent'],
  purpose: 'delivery',
  emergency: true,
}

/** Who may declare an emergency, whatever they work for otherwise. */
export const breakingGlass: Access = {
  open: 'roles',
  roles: [...emergencyRoles],
  purpose: 'emergency',
}

/** Who keeps the register of people. */
export const registering = {
  open: 'roles',
  roles: ['department', 'township'],
  purpose: 'delivery',
} as const satisfies Access

export const auditing: Access = {
  open: 'roles',
  roles: ['auditor', 'administrator'],
  purpose: 'audit',
  whole: true,
}

/** Who looks into emergencies afterwards. */
export const reviewing: Access = {
  open: 'roles',
  roles: ['auditor'],
  purpose: 'audit',
  whole: true,
}

export const administering: Access = {
  open: 'roles',
  roles: ['administrator'],
  purpose: 'administration',
  whole: true,
}
