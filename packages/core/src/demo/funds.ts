import { yuan } from '../kernel/units.ts'
import type { Fund } from '../resources/fund.ts'

const fund = (id: string, name: string, millions: number, more: Partial<Fund> = {}): Fund => ({
  id,
  name,
  amountFen: yuan(millions * 1e6),
  basicOnly: false,
  services: [],
  domains: [],
  use: 'running',
  ...more,
})

/** Pots of money of a county of 110,000; `share` scales them. */
export const fundsOf = (share = 1): Fund[] => [
  fund('health', '卫生健康经费 Health', 62 * share, { domains: ['medical', 'childcare'] }),
  fund('education', '教育经费 Education', 240 * share, { domains: ['education', 'childcare'] }),
  fund('eldercare', '养老服务经费 Elder care', 22 * share, { domains: ['eldercare'] }),
  fund('transport', '城乡客运补助 Rural transport', 9 * share, { domains: ['transport'] }),
  fund('supply', '供销合作经费 Supply and marketing', 3 * share, { domains: ['supplyMarketing'] }),
  fund('general', '一般公共服务经费 General', 30 * share),
  fund('equalisation', '基本公共服务均等化补助 Equalisation grant', 6 * share, { basicOnly: true }),
  fund('capital', '公共服务设施建设资金 Capital works', 8 * share, { use: 'capital' }),
]
