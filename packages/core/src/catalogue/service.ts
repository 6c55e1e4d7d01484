import { z } from 'zod'
import { ProviderChoice } from './provider-choice.ts'
import { Rule } from './rule.ts'
import { CatalogueStandard } from './standard.ts'

export const Domain = z.enum([
  'childcare',
  'education',
  'medical',
  'eldercare',
  'employment',
  'socialSecurity',
  'housing',
  'disability',
  'cultureSports',
  'supplyMarketing',
  'transport',
  'convenience',
  'legalAdmin',
])
export type Domain = z.infer<typeof Domain>

/** How a service reaches a person. */
export const ChannelMode = z.enum(['fixed', 'vehicle', 'doorstep', 'remote', 'agent'])
export type ChannelMode = z.infer<typeof ChannelMode>

export const FacilityKind = z.enum([
  'countyHospital',
  'townshipHealthCentre',
  'villageClinic',
  'nursery',
  'kindergarten',
  'primarySchool',
  'juniorSchool',
  'vocationalSchool',
  'trainingBase',
  'elderHub',
  'nursingHome',
  'mealPoint',
  'dayCare',
  'servicePoint',
  'convenienceCentre',
  'jobCentre',
  'disabilityCentre',
  'cultureHall',
  'fitnessGround',
  'cooperativeShop',
  'postStation',
  'resettlementEstate',
])
export type FacilityKind = z.infer<typeof FacilityKind>

export const VehicleKind = z.enum([
  'clinicVehicle',
  'mealVehicle',
  'bathVehicle',
  'supplyVehicle',
  'marketingVehicle',
  'multiServiceVehicle',
  'bus',
  'postBus',
  'cultureVehicle',
  'schoolBus',
])
export type VehicleKind = z.infer<typeof VehicleKind>

const capacity = {
  /** People in one session or visit. */
  capacityPerSession: z.number().positive().optional(),
  minutesPerPerson: z.number().positive().optional(),
}

/** A way of giving a service: who brings it and what one session can do. Doorstep, remote and agent start from a facility kind, or a vehicle kind. */
export const Channel = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('fixed'), kind: FacilityKind, ...capacity }),
  z.object({
    mode: z.literal('vehicle'),
    kind: VehicleKind,
    ...capacity,
    /** Skill of the specialist who gives it on expert days; on others the crew takes images to be read later. */
    specialist: z.string().regex(/^\S+$/).optional(),
  }),
  z.object({ mode: z.literal('doorstep'), kind: FacilityKind, ...capacity }),
  z.object({ mode: z.literal('remote'), kind: FacilityKind, ...capacity }),
  z.object({ mode: z.literal('agent'), kind: FacilityKind, ...capacity }),
])
export type Channel = z.infer<typeof Channel>

export const ServiceId = z.string().regex(/^[A-Z]{3}-\d{2}$/)
export type ServiceId = z.infer<typeof ServiceId>

/** One public service, as data: there is no code per service. */
export const Service = z.object({
  id: ServiceId,
  nameEn: z.string().min(1),
  nameZh: z.string().min(1),
  domain: Domain,
  /** Basic services never test hukou and are protected first when money is short. */
  basic: z.boolean(),
  core: z.boolean().default(false),
  entitled: z.object({ rule: Rule, text: z.string() }),
  channels: z.array(Channel).min(1),
  standards: z.array(CatalogueStandard),
  /** Times a year one person entitled needs it, where that is more than its floors see to. */
  needTimesYear: z.number().positive().optional(),
  /** Who is not steered chooses a site; without it a plan may steer everybody. */
  choice: ProviderChoice.optional(),
  payer: z.string(),
  recordFields: z.array(z.string()),
  nationalItems: z.array(z.number().int()).optional(),
  tenAssist: z.string().optional(),
  /** Law or norm with its version; shown to the resident. */
  legalBasis: z.string().optional(),
  /** Key of the catalogue's sources that vouches for `legalBasis`; `G` and `A` still want confirming. */
  legalBasisSource: z.string().optional(),
  seed: z.string().optional(),
  note: z.string().optional(),
})
export type Service = z.infer<typeof Service>
