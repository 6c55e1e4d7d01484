import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import type { DatedVisit } from '@kuashan/core/plan/joint-visits.ts'
import { formatDay, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import type { Known } from '../../../server/names.ts'

/** Day, department, vehicle and services of a visit in one line. */
export function useVisitText({ names }: Known): (visit: DatedVisit) => string {
  const say = useSay()
  const language = useLanguage()
  const comma = say({ zh: '、', en: ', ' })
  return ({ date, domains, vehicle, services }) =>
    [
      `${formatDay(date, language)} ${formatWeekday(date, language)}`,
      domains.map((domain) => say(domainWords[domain])).join(comma),
      names.vehicle(vehicle),
      services.map((service) => names.service(service)).join(comma),
    ].join(' · ')
}
