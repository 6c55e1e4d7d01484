import { addressOf } from '@kuashan/contract/client.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import { PlanFile } from '@kuashan/contract/plan-files.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Spin, Typography } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useChange } from '../../server/server.ts'
import { isEnded } from '../../server/watch-job.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { JobWatch } from './job-watch.tsx'

/** The page that has a file of a plan made, and then opens or saves it. */
export const addressOfFile = (plan: string, file: PlanFile): string => `/plans/${plan}/file/${file}`

/** Has a file of a plan made: how it goes, then the file. What is there already comes at once. */
export function MakeFile() {
  const say = useSay()
  const { plan, file } = useParams()
  const asked = PlanFile.safeParse(file).data
  if (plan && asked) return <Making plan={plan} file={asked} />
  return <Link to="/plans">{say({ zh: '回到方案', en: 'Back to the plans' })}</Link>
}

interface FileOfPlan {
  plan: string
  file: PlanFile
}

function Making({ plan, file }: FileOfPlan) {
  const county = useCounty()
  const goTo = useNavigate()
  const make = useChange(routes.planFiles.make, [])
  const [ended, setEnded] = useState<Job | null>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    make.mutate({ params: { county, plan }, body: { file } })
  })
  if (make.error) return <Trouble error={make.error} />
  const job = make.data?.data
  if (!job) return <Spin />
  const done = [job, ended].find((one) => one?.state === 'done')
  if (done) return <Made plan={plan} file={file} job={done.id} />
  return (
    <JobWatch
      job={job}
      title={{ zh: '正在制作文件', en: 'The file is being made' }}
      onEnd={(last) => isEnded(last) && setEnded(last)}
      onClose={() => goTo(`/plans/${plan}`)}
    />
  )
}

/** Pages open in the place of this one; anything else is saved by the browser. */
function Made({ plan, file, job }: FileOfPlan & { job: string }) {
  const say = useSay()
  const county = useCounty()
  const address = addressOf(routes.planFiles.made, { params: { county, plan, job } })
  useEffect(() => {
    if (file.endsWith('.html')) window.location.replace(address)
    else window.location.assign(address)
  }, [file, address])
  return (
    <Typography.Paragraph role="status">
      {say({
        zh: '文件做好了，浏览器正在打开或保存。没有反应就点',
        en: 'The file is made; the browser opens or saves it. If nothing happens, take it ',
      })}
      <a href={address}>{say({ zh: '这里', en: 'here' })}</a>
      {say({ zh: '。', en: '.' })}
    </Typography.Paragraph>
  )
}
