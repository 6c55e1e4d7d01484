import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Spin, Table, Typography } from 'antd'
import { useKnown } from '../../server/names.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'
import { useRowSearch } from '../../shell/row-search.tsx'
import { Trouble } from '../../shell/trouble.tsx'

const languages = [
  { language: 'zh', label: '中文', lang: 'zh-CN' },
  { language: 'en', label: 'English', lang: 'en' },
] as const

/** A notice for each village that the plan touches, to print and post. */
export function VillageNotices({ plan }: { plan: string }) {
  const say = useSay()
  const county = useCounty()
  const { known, error } = useKnown()
  const road = useAnswer(routes.plans.road, { params: { county, plan } })
  const { box, findRows } = useRowSearch(say({ zh: '按村名查找', en: 'Find a village' }))
  const failed = error ?? road.error
  if (failed) return <Trouble error={failed} onRetry={() => road.refetch()} />
  if (!known || !road.data) return <Spin size="large" />
  const rows = road.data.data.notices.map((notice) => ({
    ...notice,
    name: known.names.village(notice.village),
    township: known.names.township(notice.village),
  }))
  return (
    <Flex vertical gap={12}>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {say({ zh: '各村公告（大字，打印张贴）', en: 'Notices of the villages, in large print' })}
      </Typography.Title>
      {box}
      <Table
        size="small"
        rowKey="village"
        dataSource={findRows(rows, ({ name, township }) => [name, township])}
        locale={{ emptyText: say({ zh: '没有找到', en: 'Nothing found' }) }}
        pagination={paged(15)}
        columns={[
          { title: say({ zh: '行政村', en: 'Village' }), dataIndex: 'name' },
          { title: say({ zh: '乡镇', en: 'Township' }), dataIndex: 'township' },
          {
            title: say({ zh: '张贴', en: 'Posted' }),
            render: (_, { postedOn }) => postedOn ?? say({ zh: '还没有', en: 'not yet' }),
          },
          {
            title: say({ zh: '公告', en: 'Notice' }),
            render: (_, { village, name }) => (
              <Flex gap={16}>
                {languages.map(({ language, label, lang }) => (
                  <a
                    key={language}
                    href={addressOf(routes.planFiles.notice, {
                      params: { county, plan, village, language },
                    })}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`${name}, ${label}`}
                  >
                    <span lang={lang}>{label}</span>
                  </a>
                ))}
              </Flex>
            ),
          },
        ]}
      />
    </Flex>
  )
}
