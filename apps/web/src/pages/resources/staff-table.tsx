import { isPresent } from '@kuashan/core/resources/readiness.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Table, Tag } from 'antd'
import { useState } from 'react'
import { type Post, postWords } from '../../parts/rows/post-words.ts'
import type { Known } from '../../server/names.ts'
import { FilterSelect } from '../../shell/filter-select.tsx'
import { paged } from '../../shell/paged.ts'
import { useRowSearch } from '../../shell/row-search.tsx'
import { today } from '../../shell/today.ts'
import { useEditColumn } from './edit-drawer.tsx'

/** Posts with their hours, where they belong, and whether somebody is there today. No names. */
export function StaffTable({ known }: { known: Known }) {
  const { names, resources } = known
  const say = useSay()
  const day = today()
  const [post, setPost] = useState<Post['post'] | null>(null)
  const [employer, setEmployer] = useState<string | null>(null)
  const { box, findRows } = useRowSearch(say({ zh: '在岗位里找', en: 'Find in the posts' }))
  const { column, drawer } = useEditColumn<Post>(
    'staff',
    known,
    (s) => `${say(postWords[s.post])} ${s.id}`,
  )
  const rows = findRows(
    resources.staff.filter(
      (s) => (post === null || s.post === post) && (employer === null || s.employer === employer),
    ),
    (s) => [s.id, say(postWords[s.post]), names.facility(s.employer), ...s.skills],
  )
  const hours = rows.reduce((sum, { weeklyHours }) => sum + weeklyHours, 0)
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        {box}
        <FilterSelect
          label={say({ zh: '岗位', en: 'Post' })}
          value={post}
          options={[...new Set(resources.staff.map((s) => s.post))].map((value) => ({
            value,
            label: say(postWords[value]),
          }))}
          onChange={setPost}
        />
        <FilterSelect
          label={say({ zh: '所在单位', en: 'Employed at' })}
          value={employer}
          options={[...new Set(resources.staff.map((s) => s.employer))].map((value) => ({
            value,
            label: names.facility(value),
          }))}
          onChange={setEmployer}
        />
        <span role="status">
          {say(
            {
              zh: '{n} 个岗位，每周 {hours} 小时',
              en: '{n} {n|post|posts}, {hours} {hours|hour|hours} a week',
            },
            { n: formatNumber(rows.length), hours: formatNumber(hours, 1) },
          )}
        </span>
      </Flex>
      <Table<Post>
        size="small"
        rowKey="id"
        dataSource={rows}
        locale={{ emptyText: say({ zh: '没有岗位', en: 'No posts' }) }}
        pagination={paged(20)}
        columns={[
          { title: say({ zh: '编号', en: 'Id' }), dataIndex: 'id' },
          { title: say({ zh: '岗位', en: 'Post' }), render: (_, s) => say(postWords[s.post]) },
          {
            title: say({ zh: '所在单位', en: 'Employed at' }),
            render: (_, s) => names.facility(s.employer),
          },
          {
            title: say({ zh: '执业地点', en: 'Licensed at' }),
            render: (_, s) => (s.licencePlace ? names.facility(s.licencePlace) : '—'),
          },
          {
            title: say({ zh: '每周小时', en: 'Hours a week' }),
            align: 'right',
            sorter: (a, b) => a.weeklyHours - b.weeklyHours,
            render: (_, s) => formatNumber(s.weeklyHours, 1),
          },
          {
            title: say({ zh: '退休', en: 'Retires' }),
            render: (_, s) => s.retiresOn ?? '—',
          },
          {
            title: say({ zh: '今天', en: 'Today' }),
            render: (_, s) =>
              isPresent(s, day) ? (
                <Tag color="success">{say({ zh: '在岗', en: 'Filled' })}</Tag>
              ) : (
                <Tag color="warning">{say({ zh: '不在岗', en: 'Not filled' })}</Tag>
              ),
          },
          column,
        ]}
      />
      {drawer}
    </Flex>
  )
}
