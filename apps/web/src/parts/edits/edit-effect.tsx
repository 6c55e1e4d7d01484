import type { EditsTried } from '@kuashan/contract/plan-edits.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import type { Names } from '@kuashan/ui/names.ts'
import { Alert, Descriptions, Flex } from 'antd'
import { capitalOf } from '../plans/plan-figures.ts'

const most = 8

const byWords: Words = { zh: '（{change}）', en: ' ({change})' }
const sound: Words = { zh: '检查通过', en: 'The checker finds no error' }
const soundButMissed: Words = {
  zh: '检查通过，但未达标项多了 {n} 项',
  en: 'The checker finds no error, but {n} more {n|floor is|floors are} missed',
}

/** What edits would do: price by column, floors, who loses and who gains, and the checker’s answer. */
export function EditEffect({ tried, names }: { tried: EditsTried; names: Names }) {
  const say = useSay()
  const language = useLanguage()
  const { before, after, losing, gaining, verdict, findings } = tried
  const errors = findings.filter((f) => f.severity === 'error')
  const who = (needs: EditsTried['losing']) =>
    needs
      .slice(0, most)
      .map((n) => `${names.settlementInVillage(n.settlement)} · ${names.service(n.service)}`)
      .join(say({ zh: '；', en: '; ' })) +
    (needs.length > most
      ? say({ zh: ' 等 {n} 项', en: ' and {n} more' }, { n: needs.length - most })
      : '')
  const pair = (tell: (value: number) => string, of: (side: EditsTried['before']) => number) => {
    const [from, to] = [of(before), of(after)]
    const change = tell(Math.abs(to - from))
    // Small beside the sums: it would be rounded away in them.
    const more = to === from ? '' : say(byWords, { change: `${to > from ? '+' : '−'}${change}` })
    return `${tell(from)} → ${tell(to)}${more}`
  }
  const yuan = (fen: number) => formatYuan(fen, language)
  const missedMore = after.missed - before.missed
  const lines: [string, string][] = [
    [say({ zh: '现金，每年', en: 'Cash a year' }), pair(yuan, (s) => s.costs.cashFen)],
    [say({ zh: '资本，一次性', en: 'Capital, once' }), pair(yuan, (s) => capitalOf(s.costs))],
    [
      say({ zh: '工时，每年', en: 'Staff hours a year' }),
      pair(formatNumber, (s) => s.costs.staffHours),
    ],
    [say({ zh: '未达标项', en: 'Floors missed' }), pair(formatNumber, (s) => s.missed)],
    ...(losing.length > 0
      ? [[say({ zh: '会受损', en: 'Would lose' }), who(losing)] as [string, string]]
      : []),
    ...(gaining.length > 0
      ? [[say({ zh: '会受益', en: 'Would gain' }), who(gaining)] as [string, string]]
      : []),
  ]
  return (
    <Flex vertical gap={8}>
      <Alert
        type={verdict !== 'valid' ? 'error' : missedMore > 0 ? 'warning' : 'success'}
        showIcon
        title={
          verdict === 'valid'
            ? say(missedMore > 0 ? soundButMissed : sound, { n: missedMore })
            : say(
                { zh: '检查不通过，共 {n} 处', en: 'The checker finds {n} {n|error|errors}' },
                { n: errors.length },
              )
        }
        description={errors.slice(0, most).map((f) => (
          <div key={`${f.code} ${f.what.zh}`}>
            {say(f.what)} {say(f.remedy)}
          </div>
        ))}
      />
      <Descriptions
        size="small"
        column={1}
        items={lines.map(([label, children]) => ({ key: label, label, children }))}
      />
    </Flex>
  )
}
