import type { Words } from '../words/language.ts'
import type { PostKind } from './staff.ts'

export const postWords: Record<PostKind, Words> = {
  doctor: { zh: '医生', en: 'Doctor' },
  nurse: { zh: '护士', en: 'Nurse' },
  villageDoctor: { zh: '乡村医生', en: 'Village doctor' },
  technician: { zh: '技师', en: 'Technician' },
  driver: { zh: '司机', en: 'Driver' },
  carer: { zh: '护理员', en: 'Carer' },
  teacher: { zh: '教师', en: 'Teacher' },
  clerk: { zh: '办事员', en: 'Clerk' },
  salesperson: { zh: '售货员', en: 'Salesperson' },
  other: { zh: '其他', en: 'Other' },
}

/** A kind of post as facts of a finding. */
export const postFacts = (post: PostKind): { post: string; postZh: string } => ({
  post: postWords[post].en.toLowerCase(),
  postZh: postWords[post].zh,
})
