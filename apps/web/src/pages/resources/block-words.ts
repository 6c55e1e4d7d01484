import type { DispatchBlock } from '@kuashan/core/resources/readiness.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'

const words: Record<DispatchBlock['why'], Words> = {
  'inspection-expired': {
    zh: '年检 {until} 到期：先年检',
    en: 'Inspection ended {until}: have it inspected',
  },
  down: { zh: '停用：{from} 至 {to}', en: 'Out of service: {from} to {to}' },
  'depot-unknown': {
    zh: '停放点不在设施表里：更正数据',
    en: 'Its depot is not among the facilities: correct the data',
  },
  'depot-not-open': { zh: '停放点没有开放', en: 'Its depot is not open' },
  'crew-short': {
    zh: '人手不够：要 {needed} 人，停放点在岗 {there} 人',
    en: 'Crew short: needs {needed}, {there} at the depot',
  },
}

/** Says why a vehicle cannot be sent out. */
export function useSayBlock(): (block: DispatchBlock) => string {
  const say = useSay()
  return (block) => {
    const { why, ...facts } = block
    return say(words[why], 'range' in facts ? { ...facts.range } : facts)
  }
}
