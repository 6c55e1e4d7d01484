import type { SaidFinding } from '@kuashan/contract/problem.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Typography } from 'antd'
import type { Known } from '../../server/names.ts'
import { postText } from '../rows/post-words.ts'
import { sayChange } from './change-said.ts'

interface ChangeListProps {
  changes: readonly Change[]
  findings: readonly SaidFinding[]
  known: Known
  onRemove?: (at: number) => void
}

/** Findings of the change at a place of the list; those of no place belong to the whole. */
export const findingsAt = (findings: readonly SaidFinding[], at: number | null): SaidFinding[] =>
  findings.filter(({ at: { path } }) => {
    const place = /^changes\.(\d+)/.exec(path ?? '')?.[1]
    return at === null ? place === undefined : Number(place) === at
  })

/** A list of changes in words, each with what was found of it. */
export function ChangeList({ changes, findings, known, onRemove }: ChangeListProps) {
  const say = useSay()
  const language = useLanguage()
  const names = { ...known.names, post: (id: string) => postText(id, known, language) }
  return (
    <>
      <ol style={{ margin: 0, paddingInlineStart: 24 }}>
        {changes.map((change, at) => {
          const said = sayChange(change, names, language)
          return (
            <li key={said} style={{ marginBottom: 4 }}>
              <Flex gap={12} align="center">
                <span>{said}</span>
                {onRemove && (
                  <Button
                    size="small"
                    aria-label={say({ zh: '去掉：{said}', en: 'Take away: {said}' }, { said })}
                    onClick={() => onRemove(at)}
                  >
                    {say({ zh: '去掉', en: 'Take away' })}
                  </Button>
                )}
              </Flex>
              <SaidFindings findings={findingsAt(findings, at)} />
            </li>
          )
        })}
      </ol>
      <SaidFindings findings={findingsAt(findings, null)} />
    </>
  )
}

function SaidFindings({ findings }: { findings: readonly SaidFinding[] }) {
  const say = useSay()
  return findings.map((f) => (
    <Typography.Paragraph
      key={`${f.code} ${f.what.zh}`}
      style={{ margin: 0 }}
      type={f.severity === 'error' ? 'danger' : 'secondary'}
    >
      {say(f.what)}
      {say({ zh: '。', en: '. ' })}
      {say(f.remedy)}
    </Typography.Paragraph>
  ))
}
