import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import type { Known } from '../../../server/names.ts'

/** Stops of a plan to choose from, by place and by what calls there. */
export function useStopOptions({ names }: Known) {
  const say = useSay()
  return ({ stops }: Plan) =>
    stops.map(({ id, settlement, kind }) => ({
      value: id,
      label: `${names.settlementInVillage(settlement)} · ${say(vehicleKindWords[kind])}`,
    }))
}
