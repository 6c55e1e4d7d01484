import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import type { CountySettings } from '@kuashan/core/plan/county.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Typography } from 'antd'
import { ownName } from '../../../shell/own-name.ts'

interface PrintedHeadProps {
  /** Name of the report; null where it has none yet. */
  name: string | null
  ask: ReportAsk
  settings: Pick<CountySettings, 'name' | 'nameEn'>
}

/** What a printed report is of: on the screen the choices above it say so. */
export function PrintedHead({ name, ask, settings }: PrintedHeadProps) {
  const say = useSay()
  const language = useLanguage()
  const { asOf, from, to } = ask.when
  const county = ownName(settings, language)
  return (
    <div className="print-only">
      {name && (
        <Typography.Title level={2} style={{ fontSize: 20, margin: 0 }}>
          {name}
        </Typography.Title>
      )}
      <Typography.Text>
        {say(
          {
            zh: '{county} · 时点数截至 {asOf} · 期间数 {from} 至 {to}',
            en: '{county} · stocks as of {asOf} · flows from {from} to {to}',
          },
          { county, asOf, from, to },
        )}
      </Typography.Text>
    </div>
  )
}
