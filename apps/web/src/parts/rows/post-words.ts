import type { Resources } from '@kuashan/contract/territory.ts'
import { postWords } from '@kuashan/core/resources/post-words.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import type { Known } from '../../server/names.ts'

export type Post = Resources['staff'][number]

export { postWords }

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
