import { addressOf } from '@kuashan/contract/client.ts'
import type { PlanRoad } from '@kuashan/contract/plans.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex, Input, Table, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { DayInput } from '../../shell/day-field.tsx'
import { paged } from '../../shell/paged.ts'
import { today } from '../../shell/today.ts'
import { Trouble } from '../../shell/trouble.tsx'

type Notice = PlanRoad['notices'][number]

/** Villages that a plan touches, with where and when its notice was posted. Those that wait stand first. */
export function Notices({ plan, notices }: { plan: string; notices: readonly Notice[] }) {
  const say = useSay()
  const county = useCounty()
  const language = useLanguage()
  const mayPost = useMay(routes.plans.post)
  const waiting = notices.filter((n) => n.postedOn === null).length
  const rows = [...notices].sort(
    (a, b) =>
      Number(a.postedOn !== null) - Number(b.postedOn !== null) ||
      a.village.localeCompare(b.village),
  )
  return (
    <Card
      size="small"
      title={say(
        waiting > 0
          ? {
              zh: '各村公示：{all} 个村，{n} 个还没有张贴',
              en: 'Notices: {all} {all|village|villages}, {n} not yet posted',
            }
          : {
              zh: '各村公示：{all} 个村，都已张贴',
              en: 'Notices: {all} {all|village|villages}, all posted',
            },
        { all: notices.length, n: waiting },
      )}
    >
      <Table<Notice>
        size="small"
        rowKey="village"
        dataSource={rows}
        pagination={paged(10)}
        columns={[
          { title: say({ zh: '村', en: 'Village' }), dataIndex: 'name', width: 200 },
          {
            title: say({ zh: '一页公告', en: 'One-page notice' }),
            width: 220,
            render: (_, { village, name }) => (
              <a
                href={addressOf(routes.planFiles.notice, {
                  params: { county, plan, village, language },
                })}
                target="_blank"
                rel="noreferrer"
              >
                {say({ zh: '打印 {name}', en: 'Print {name}' }, { name })}
              </a>
            ),
          },
          {
            title: say({ zh: '张贴在哪里、哪一天', en: 'Posted where and when' }),
            render: (_, notice) =>
              notice.postedOn !== null ? (
                <>
                  {notice.postedOn} · <span lang="zh">{notice.place}</span>
                </>
              ) : mayPost ? (
                <PostNotice plan={plan} notice={notice} />
              ) : (
                <Typography.Text type="warning">
                  {say({ zh: '还没有张贴', en: 'not yet posted' })}
                </Typography.Text>
              ),
          },
        ]}
      />
    </Card>
  )
}

function PostNotice({ plan, notice }: { plan: string; notice: Notice }) {
  const say = useSay()
  const county = useCounty()
  const post = useChange(routes.plans.post, ['plans', 'villagePlans'])
  const [postedOn, setPostedOn] = useState<PlainDate | null>(today)
  const [place, setPlace] = useState(say({ zh: '村务公开栏', en: 'village notice board' }))
  return (
    <Flex gap={8} wrap align="center">
      <DayInput
        aria-label={say(
          { zh: '{name}：张贴日期', en: '{name}: day posted' },
          { name: notice.name },
        )}
        value={postedOn}
        max={today()}
        onChange={setPostedOn}
      />
      <Input
        style={{ width: 220 }}
        maxLength={200}
        aria-label={say({ zh: '{name}：张贴地点', en: '{name}: place' }, { name: notice.name })}
        value={place}
        onChange={(event) => setPlace(event.target.value)}
      />
      <Button
        loading={post.isPending}
        disabled={place.trim() === '' || postedOn === null}
        onClick={() =>
          postedOn &&
          post.mutate({
            params: { county, plan, village: notice.village },
            body: { postedOn, place },
          })
        }
      >
        {say({ zh: '登记已张贴', en: 'Record as posted' })}
      </Button>
      {post.error && <Trouble error={post.error} />}
    </Flex>
  )
}
