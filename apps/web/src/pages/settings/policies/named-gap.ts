import type { SaidFinding } from '@kuashan/contract/problem.ts'
import type { FacilityKind } from '@kuashan/core/catalogue/service.ts'
import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { facilityKindWords, metricText } from '@kuashan/core/catalogue/terms.ts'
import { filled, type Language } from '@kuashan/core/words/language.ts'
import { policyMessages } from '@kuashan/core/words/messages/policies.ts'
import { useLanguage } from '@kuashan/ui/language/language.tsx'
import { modeWords } from '../../../parts/figures/figure-words.ts'
import { useServices } from '../../../server/services.ts'

type Facts = SaidFinding['facts']

/** Facts of a gap with services, standards and channels by name in place of their codes. */
function namedFacts(facts: Facts, service: (id: string) => string, language: Language): Facts {
  const named: Record<string, string | number> = { ...facts }
  if (facts.service) named.service = service(String(facts.service))
  if (facts.services)
    named.services = String(facts.services)
      .split(', ')
      .map(service)
      .join(language === 'zh' ? '、' : ', ')
  const metric = Metric.safeParse(facts.metric)
  if (metric.success) named.metric = metricText(metric.data, facts.value ?? '…', language)
  if (facts.mode) named.mode = modeWords[String(facts.mode)]?.[language] ?? facts.mode
  if (facts.kind) named.facility = facilityKindWords[facts.kind as FacilityKind][language]
  return named
}

/** Where a gap is, as the office calls it. */
const whereOf = ({ facts, at }: SaidFinding, named: Facts, language: Language): string =>
  String(
    (language === 'zh' ? named.nameZh : named.name) ??
      named.title ??
      (facts.service ? named.service : at.path) ??
      '',
  )

/** A gap of the chain said with names in the reader’s language, where its own words have codes. */
export function useNamedGap(): (gap: SaidFinding) => SaidFinding {
  const language = useLanguage()
  const { name } = useServices()
  return (gap) => {
    const message = policyMessages[gap.code as keyof typeof policyMessages]
    if (!message) return gap
    const facts = namedFacts(gap.facts, name, language)
    const what = filled(
      message.what[language],
      (key) => (language === 'zh' ? facts[`${key}Zh`] : undefined) ?? facts[key],
    )
    return {
      ...gap,
      at: { path: whereOf(gap, facts, language) },
      what: { ...gap.what, [language]: what },
    }
  }
}
