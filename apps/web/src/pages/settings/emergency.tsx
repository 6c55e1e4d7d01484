import type { Emergency as OpenEmergency } from '@kuashan/contract/audit.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { emergencyRoles } from '@kuashan/core/people/role.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Empty, Flex, Input, InputNumber, Spin, Typography } from 'antd'
import { useState } from 'react'
import { AreaSelect, useAreaName } from '../../parts/places/area-select.tsx'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty, useMay, useMe } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { TextField } from '../../shell/text-field.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { whenText } from '../../shell/who-and-when.ts'

/** Seeing people's records when somebody is in danger: asked for with a reason, for a short time; looked into afterwards. */
export function Emergency() {
  const mayAsk = useMay(routes.session.breakGlass)
  const mayLook = useMay(routes.audit.emergencies)
  return (
    <Flex vertical gap={16}>
      {mayAsk && <BreakGlass />}
      {mayLook && <Unreviewed />}
    </Flex>
  )
}

const leastReason = 10

function BreakGlass() {
  const say = useSay()
  const county = useCounty()
  const open = useChange(routes.session.breakGlass, ['session', 'audit', 'people'])
  const own = useMe()?.grants.find(({ role }) => emergencyRoles.has(role))?.area ?? ''
  const [area, setArea] = useState(own)
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number | null>(30)
  const isWhole = reason.trim().length >= leastReason && minutes !== null
  const ask = () =>
    open.mutate(
      { params: { county }, body: { area, reason: reason.trim(), minutes: minutes! } },
      { onSuccess: () => setReason('') },
    )
  return (
    <Card size="small" title={say({ zh: '紧急查看', en: 'Break glass' })}>
      <Flex vertical gap={12} align="start">
        <Typography.Text>
          {say({
            zh: '只在有人处于危险中、来不及走正常授权时使用。打开后可以查看这一片居民的档案；您看的每一份都记下理由，审计员事后逐次复核。',
            en: 'Only where somebody is in danger and there is no time for the usual grant. The records of people in the area open to you; each look is written down with your reason, and an auditor looks into it afterwards.',
          })}
        </Typography.Text>
        <Flex gap={12} wrap align="end">
          <Field label={say({ zh: '哪一片', en: 'Which area' })}>
            {(id) => <AreaSelect id={id} value={area} onChange={setArea} />}
          </Field>
          <Field label={say({ zh: '多少分钟（5 到 240）', en: 'Minutes (5 to 240)' })}>
            {(id) => (
              <InputNumber id={id} min={5} max={240} value={minutes} onChange={setMinutes} />
            )}
          </Field>
        </Flex>
        <Field
          label={say(
            {
              zh: '理由（至少 {n} 个字）：谁有危险，要看什么',
              en: 'Reason (at least {n} {n|character|characters}): who is in danger, what you need to see',
            },
            { n: leastReason },
          )}
        >
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              style={{ width: 640, maxWidth: '100%' }}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <Button danger type="primary" disabled={!isWhole} loading={open.isPending} onClick={ask}>
          {say({ zh: '打开，并记入审计', en: 'Open, and write it into the audit' })}
        </Button>
        {open.error && <Trouble error={open.error} />}
      </Flex>
    </Card>
  )
}

function Unreviewed() {
  const say = useSay()
  const county = useCounty()
  const asked = useAnswer(routes.audit.emergencies, { params: { county } })
  const mayReview = useMay(routes.audit.review)
  if (asked.isPending) return <Spin />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  return (
    <Card
      size="small"
      title={say({ zh: '待复核的紧急查看', en: 'Emergencies that nobody has looked into yet' })}
    >
      {asked.data.data.length === 0 ? (
        <Empty description={say({ zh: '没有待复核的', en: 'None is waiting' })} />
      ) : (
        <Flex vertical gap={16}>
          {asked.data.data.map((one) => (
            <OneEmergency key={one.id} emergency={one} mayReview={mayReview} />
          ))}
        </Flex>
      )}
    </Card>
  )
}

function OneEmergency({ emergency, mayReview }: { emergency: OpenEmergency; mayReview: boolean }) {
  const say = useSay()
  const county = useCounty()
  const [found, setFound] = useState('')
  const review = useChange(routes.audit.review, ['audit'])
  const areaName = useAreaName()
  const { id, who, area, reason, startedAt, expiresAt } = emergency
  return (
    <section>
      <strong>{who}</strong> · {areaName(area)} · {whenText(startedAt)} – {whenText(expiresAt)}
      <div lang="zh">{reason}</div>
      {mayReview && (
        <Flex gap={8} align="end" style={{ marginTop: 8 }}>
          <TextField
            label={say({ zh: '复核结论', en: 'What you found' })}
            width={480}
            most={2000}
            value={found}
            onChange={setFound}
          />
          <Button
            disabled={found.trim() === ''}
            loading={review.isPending}
            onClick={() =>
              review.mutate({ params: { county, emergency: id }, body: { review: found.trim() } })
            }
          >
            {say({ zh: '记下结论', en: 'Write it down' })}
          </Button>
        </Flex>
      )}
      {review.error && <Trouble error={review.error} />}
    </section>
  )
}
