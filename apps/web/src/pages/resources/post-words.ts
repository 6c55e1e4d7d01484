import type { Resources } from '@kuashan/contract/territory.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import type { Known } from '../../server/names.ts'

export type Post = Resources['staff'][number]

export const postWords: Record<Post['post'], Words> = {
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

/** A post by what it is and where: `护士 P-2（汇谷镇卫生院）`. Posts have no names of people. */
export function postText(
  id: string,
  { resources, names }: Pick<Known, 'resources' | 'names'>,
  language: Language,
): string {
  const found = resources.staff.find((post) => post.id === id)
  if (!found) return id
  const [post, place] = [postWords[found.post][language], names.facility(found.employer)]
  return language === 'zh' ? `${post} ${id}（${place}）` : `${post} ${id}, ${place}`
}
