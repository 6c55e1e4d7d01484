import type { ChainLink, PolicyChain } from '@kuashan/contract/policies.ts'
import { facilityKindWords, metricText } from '@kuashan/core/catalogue/terms.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Table, Tag } from 'antd'
import { Link } from 'react-router'
import { modeWords } from '../../../parts/figures/figure-words.ts'
import { useServices } from '../../../server/services.ts'
import { useOwnName } from '../../../shell/own-name.ts'
import { paged } from '../../../shell/paged.ts'

/** Facility projects and items of the plan, each with the standards and the texts that it stands on. */
export function ChainTable({ chain: { links, texts } }: { chain: PolicyChain }) {
  const say = useSay()
  const titles = new Map(texts.map((text) => [text.id, text]))
  return (
    <Table<ChainLink>
      size="small"
      rowKey={({ what }) =>
        'project' in what
          ? `${what.project.facility} ${what.project.kind}`
          : `${what.item.service} ${what.item.mode}`
      }
      dataSource={links}
      pagination={paged(20)}
      locale={{ emptyText: say({ zh: '没有项目', en: 'No projects' }) }}
      columns={[
        {
          title: say({ zh: '安排或项目', en: 'Item or project' }),
          render: (_, { what }) => <What what={what} />,
        },
        {
          title: say({ zh: '标准', en: 'Standards' }),
          render: (_, link) => <Standards link={link} />,
        },
        {
          title: say({ zh: '政策文件', en: 'Policy texts' }),
          render: (_, { standards }) =>
            [...new Set(standards.flatMap((one) => one.texts))].map((id) => {
              const text = titles.get(id)
              return (
                <div key={id} lang="zh">
                  {[text?.title, text?.number, text?.article].filter(Boolean).join(' · ')}
                </div>
              )
            }),
        },
      ]}
    />
  )
}

function What({ what }: { what: ChainLink['what'] }) {
  const say = useSay()
  const own = useOwnName()
  const { name: serviceName } = useServices()
  if ('item' in what) {
    const { service, mode, places } = what.item
    return (
      <>
        {serviceName(service)}
        {say({ zh: '：', en: ': ' })}
        {say(modeWords[mode] ?? { zh: mode, en: mode })}
        {say({ zh: '，{n} 处', en: ' at {n} places' }, { n: places })}
      </>
    )
  }
  const { facility, name, nameEn, action, kind, from } = what.project
  const kindName = say(facilityKindWords[kind])
  return (
    <>
      <Link to={`/territory?place=${encodeURIComponent(facility)}`}>{own({ name, nameEn })}</Link>
      {say({ zh: '：', en: ': ' })}
      {action === 'build'
        ? say({ zh: '建{kind}', en: 'build a {kind}' }, { kind: kindName })
        : say({ zh: '改成{kind}', en: 'turn into a {kind}' }, { kind: kindName })}{' '}
      <Tag>
        {from === 'plan'
          ? say({ zh: '方案决定', en: 'decided by the plan' })
          : say({ zh: '县里的数据', en: 'in the county’s data' })}
      </Tag>
    </>
  )
}

function Standards({ link: { standards, without } }: { link: ChainLink }) {
  const say = useSay()
  const language = useLanguage()
  const { name: serviceName } = useServices()
  return (
    <>
      {standards.map((one) => (
        <div key={`${one.service} ${one.metric}`}>
          {without.length + standards.length > 1 && `${serviceName(one.service)} · `}
          {metricText(one.metric, one.value, language)}
          <div>
            <small lang="zh">
              {one.document} · {one.clause}
            </small>
          </div>
        </div>
      ))}
      {without.length > 0 && (
        <div>
          {standards.length === 0 && (
            <Tag color="error">{say({ zh: '没有标准', en: 'no standard' })}</Tag>
          )}
          <small>
            {standards.length > 0 &&
              say({ zh: '其余没有现行标准：', en: 'Without a standard of their own: ' })}
            {without.map(serviceName).join(say({ zh: '、', en: ', ' }))}
          </small>
        </div>
      )}
    </>
  )
}
