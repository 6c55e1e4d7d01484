import { z } from 'zod'
import type { FacilityKind } from '../catalogue/service.ts'
import type { Conversion } from './facility.ts'
import { PostKind, type StaffMember } from './staff.ts'

/** Authorised posts (编制) of a county by kind; kinds that are not named are not stated. */
export const AuthorisedPosts = z.partialRecord(PostKind, z.number().int().min(0))
export type AuthorisedPosts = z.infer<typeof AuthorisedPosts>

/** Hours a week of a post that is filled anew. */
export const hoursOfPost = 40

/** Who gives the hours of a site where its conversion does not say: the post that such a house is opened with. */
const postOfKind: Partial<Record<FacilityKind, PostKind>> = {
  countyHospital: 'doctor',
  townshipHealthCentre: 'doctor',
  villageClinic: 'villageDoctor',
  elderHub: 'carer',
  dayCare: 'carer',
  mealPoint: 'carer',
  nursingHome: 'carer',
  nursery: 'carer',
  disabilityCentre: 'carer',
  kindergarten: 'teacher',
  primarySchool: 'teacher',
  juniorSchool: 'teacher',
  vocationalSchool: 'teacher',
  trainingBase: 'teacher',
  convenienceCentre: 'clerk',
  servicePoint: 'clerk',
  jobCentre: 'clerk',
  cooperativeShop: 'salesperson',
  postStation: 'salesperson',
}

/** The post that a conversion takes. */
export const postOf = ({ post, toKind }: Pick<Conversion, 'post' | 'toKind'>): PostKind =>
  post ?? postOfKind[toKind] ?? 'other'

/** Posts that so many hours a year take. */
export const postsFor = (hoursYear: number): number =>
  Math.ceil((hoursYear * 7) / (365 * hoursOfPost) - 1e-9)

/** Whether a post is taken at some time from a day on. A row without hours takes none. */
export const takesPost = (person: StaffMember, from: string): boolean =>
  person.weeklyHours > 0 && (person.retiresOn === undefined || person.retiresOn > from)
