import type { ComparisonSide } from '@kuashan/contract/comparisons.ts'
import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import type { Known } from '../../server/names.ts'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { AskedWork } from './asked-work.tsx'
import { ComparisonResult } from './comparison-result.tsx'

interface CompareSidesProps {
  a: ComparisonSide
  b: ComparisonSide
  /** What the button says. */
  ask: Words
  known: Known
}

/** Asks who wins and who loses between two sides, and shows it by name. */
export function CompareSides({ a, b, ask, known }: CompareSidesProps) {
  const say = useSay()
  const county = useCounty()
  const mayAsk = useMay(routes.comparisons.start)
  const start = useChange(routes.comparisons.start, ['jobs'])
  const [job, setJob] = useState<Job | null>(null)
  if (!mayAsk) return null
  return (
    <Flex vertical gap={12}>
      <div>
        <Button
          loading={start.isPending}
          onClick={() =>
            start
              .mutateAsync({ params: { county }, body: { a, b } })
              .then(({ data }) => setJob(data))
              .catch(() => undefined)
          }
        >
          {say(ask)}
        </Button>
      </div>
      {start.error && <Trouble error={start.error} />}
      {job && (
        <AskedWork
          key={job.id}
          job={job}
          title={{ zh: '正在比较', en: 'Comparing' }}
          onClose={() => setJob(null)}
        >
          {(answer) => <ComparisonResult job={answer} known={known} />}
        </AskedWork>
      )}
    </Flex>
  )
}
