import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Assignment, Plan, Ride, SiteDecision } from '@kuashan/core/plan/plan.ts'
import { formatClock, formatMinutes, formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import type { Names } from '@kuashan/ui/names.ts'
import { Checkbox, Flex, Table, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { paged } from '../../shell/paged.ts'

const actionWords: Readonly<Record<SiteDecision['action'], Words>> = {
  keep: { zh: '不变', en: 'keep' },
  upgrade: { zh: '提升', en: 'upgrade' },
  convert: { zh: '改用', en: 'convert' },
  build: { zh: '新建', en: 'build' },
  close: { zh: '关闭', en: 'close' },
}

interface PartProps {
  plan: Plan
  names: Names
}

interface DecisionsProps extends PartProps {
  /** What can be done with a site, beside it. */
  siteActions?: (site: SiteDecision) => ReactNode
}

/** What becomes of buildings, who is served at the door, who is fetched. */
export function Decisions({ plan, names, siteActions }: DecisionsProps) {
  return (
    <Flex vertical gap={24}>
      <Sites plan={plan} names={names} siteActions={siteActions} />
      <Doorstep plan={plan} names={names} />
      <Rides plan={plan} names={names} />
    </Flex>
  )
}

const pages = paged(12)

interface SitesProps extends PartProps {
  siteActions: DecisionsProps['siteActions']
}

function Sites({ plan, names, siteActions }: SitesProps) {
  const say = useSay()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const changed = plan.sites.filter((s) => s.action !== 'keep')
  return (
    <section>
      <Typography.Title level={3} style={{ fontSize: 16 }}>
        {say({ zh: '场所', en: 'Sites' })}
      </Typography.Title>
      <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
        {say(
          { zh: '也列出不变的 {n} 处', en: 'List the {n} that stay as they are too' },
          { n: plan.sites.length - changed.length },
        )}
      </Checkbox>
      <Table<SiteDecision>
        size="small"
        rowKey="facility"
        dataSource={all ? plan.sites : changed}
        pagination={pages}
        locale={{
          emptyText: say({
            zh: '没有场所要改、要建、要关',
            en: 'No site is converted, built or closed',
          }),
        }}
        columns={[
          { title: say({ zh: '场所', en: 'Site' }), render: (_, s) => names.facility(s.facility) },
          {
            title: say({ zh: '怎么办', en: 'What is done' }),
            render: (_, s) => say(actionWords[s.action]),
          },
          {
            title: say({ zh: '用作', en: 'As' }),
            render: (_, s) => say(facilityKindWords[s.toKind]),
          },
          {
            title: say({ zh: '现金，每年增减', en: 'Cash a year, more or less' }),
            align: 'right',
            render: (_, s) => formatYuan(s.yearCostFen, language),
          },
          {
            title: say({ zh: '资本，一次性', en: 'Capital, once' }),
            align: 'right',
            render: (_, s) => formatYuan(s.capitalFen, language),
          },
          {
            title: say({ zh: '工时，每年', en: 'Staff hours a year' }),
            align: 'right',
            render: (_, s) => formatNumber(s.staffHoursYear),
          },
          ...(siteActions
            ? [
                {
                  title: say({ zh: '可以做', en: 'Actions' }),
                  render: (_: unknown, s: SiteDecision) => siteActions(s),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function Doorstep({ plan, names }: PartProps) {
  const say = useSay()
  const language = useLanguage()
  const rows = plan.assignments.filter((a) => a.mode === 'doorstep')
  return (
    <section>
      <Typography.Title level={3} style={{ fontSize: 16 }}>
        {say({ zh: '上门', en: 'At the door' })}
      </Typography.Title>
      <Table<Assignment>
        size="small"
        rowKey={(a) => `${a.settlement} ${a.service} ${a.place}`}
        dataSource={rows}
        pagination={pages}
        locale={{ emptyText: say({ zh: '没有上门服务', en: 'Nobody is served at the door' }) }}
        columns={[
          {
            title: say({ zh: '哪里', en: 'Where' }),
            render: (_, a) => names.settlementInVillage(a.settlement),
          },
          { title: say({ zh: '服务', en: 'Service' }), render: (_, a) => names.service(a.service) },
          { title: say({ zh: '谁去', en: 'From' }), render: (_, a) => names.place(a.place) },
          {
            title: say({ zh: '人数', en: 'People' }),
            align: 'right',
            // Shares of a person are expected people; a rounded nought would say nobody.
            render: (_, a) => formatNumber(a.people, 1),
          },
          {
            title: say({ zh: '次数', en: 'Calls' }),
            align: 'right',
            render: (_, a) => (a.opportunities === null ? '–' : formatNumber(a.opportunities)),
          },
          {
            title: say({ zh: '单程', en: 'One way' }),
            align: 'right',
            render: (_, a) => formatMinutes(a.seconds, language),
          },
        ]}
      />
    </section>
  )
}

const byWords: Readonly<Record<Ride['by'], Words>> = {
  vehicle: { zh: '自有车辆', en: 'own vehicle' },
  hired: { zh: '租车', en: 'hired' },
  bus: { zh: '班车', en: 'bus line' },
}

function Rides({ plan, names }: PartProps) {
  const say = useSay()
  const comma = say({ zh: '、', en: ', ' })
  return (
    <section>
      <Typography.Title level={3} style={{ fontSize: 16 }}>
        {say({ zh: '接送', en: 'Rides' })}
      </Typography.Title>
      <Table<Ride>
        size="small"
        rowKey="id"
        dataSource={plan.rides}
        pagination={pages}
        locale={{ emptyText: say({ zh: '没有接送', en: 'Nobody is fetched' }) }}
        columns={[
          { title: say({ zh: '去哪里', en: 'To' }), render: (_, r) => names.facility(r.site) },
          {
            title: say({ zh: '在哪里接', en: 'Picked up at' }),
            render: (_, r) =>
              r.pickups
                .map((p) => `${names.settlement(p.settlement)} ${formatClock(p.depart)}`)
                .join(comma),
          },
          {
            title: say({ zh: '怎么走', en: 'By' }),
            render: (_, r) => (r.vehicle === null ? say(byWords[r.by]) : names.vehicle(r.vehicle)),
          },
          { title: say({ zh: '到达', en: 'There' }), render: (_, r) => formatClock(r.arrive) },
          { title: say({ zh: '返回', en: 'Leaves' }), render: (_, r) => formatClock(r.leave) },
          {
            title: say({ zh: '天数', en: 'Days' }),
            align: 'right',
            render: (_, r) => formatNumber(r.dates.length),
          },
          {
            title: say({ zh: '每天人数', en: 'People a day' }),
            align: 'right',
            render: (_, r) => formatNumber(r.people, 1),
          },
        ]}
      />
    </section>
  )
}
