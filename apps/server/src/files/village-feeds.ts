import { villageCalendars } from '@kuashan/core/exchange/visit-calendar.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { icsFeed } from '@kuashan/engine/exchange/ics.ts'

/** One calendar feed a village, named by its code: the file a village puts on its door as a QR code. */
export function villageFeeds(
  input: CountyInput,
  plan: Plan,
  language: Language,
): { name: string; text: string }[] {
  const { settings } = input.county
  return villageCalendars(input, plan, language).map((calendar) => ({
    name: `${calendar.village.replace(/[^\w-]/g, '_')}.ics`,
    text: icsFeed(calendar, settings.utcOffset, settings.asOf),
  }))
}
