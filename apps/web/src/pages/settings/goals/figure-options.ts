import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useServices } from '../../../server/services.ts'

const kinds: readonly [kind: 'offered' | 'coverage', all: Words, some: Words][] = [
  [
    'offered',
    { zh: '全部服务：本乡镇就能办', en: 'All services in one’s own township' },
    { zh: '{name}：本乡镇就能办', en: '{name}: in one’s own township' },
  ],
  [
    'coverage',
    { zh: '全部服务的达标率', en: 'Coverage of all services' },
    { zh: '{name}：达标率', en: '{name}: coverage' },
  ],
]

/** Figures an indicator may read: of all services, of a domain, of one service. */
export function useFigureOptions(): { value: string; label: string }[] {
  const say = useSay()
  const { catalogue, name: serviceName } = useServices()
  const services = catalogue?.services ?? []
  const groups = new Map(services.map(({ id, domain }) => [id.slice(0, 3), domainWords[domain]]))
  const subjects = [
    ...[...groups].map(([letters, words]) => [letters, say(words)] as const),
    ...services.map(({ id }) => [id, serviceName(id)] as const),
  ]
  return kinds.flatMap(([kind, all, some]) => [
    { value: kind, label: say(all) },
    ...subjects.map(([subject, name]) => ({
      value: `${kind}.${subject}`,
      label: say(some, { name }),
    })),
  ])
}
