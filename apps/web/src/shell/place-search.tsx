import { routes } from '@kuashan/contract/routes.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { AutoComplete } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAnswer } from '../server/server.ts'
import { type FoundKind, usePlaceFinder } from './place-finder.ts'

const kinds: Record<FoundKind, Words> = {
  settlement: { zh: '居民点', en: 'settlement' },
  facility: { zh: '设施', en: 'facility' },
  division: { zh: '村、乡镇', en: 'village or township' },
}

/** Finds a settlement, a village or a building by name, pinyin or initials, and leads to it. All by keyboard. */
export function PlaceSearch({ county }: { county: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [touched, setTouched] = useState(false)
  const places = useAnswer(routes.territory.places, { params: { county } }, { enabled: touched })
  const find = usePlaceFinder(touched ? places.data?.data : undefined)
  const found = find?.(typed, 12) ?? []
  const open = (id: string) => {
    setTyped('')
    navigate(`/territory?place=${encodeURIComponent(id)}`)
  }
  return (
    <AutoComplete
      style={{ width: '100%', maxWidth: 420 }}
      value={typed}
      defaultActiveFirstOption
      onFocus={() => setTouched(true)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onSelect={open}
      placeholder={say({
        zh: '找地点：名称、拼音或首字母',
        en: 'Find a place: name, pinyin or initials',
      })}
      aria-label={say({ zh: '找地点', en: 'Find a place' })}
      notFoundContent={
        typed && find
          ? say({ zh: '没有找到，换个写法试试', en: 'Nothing found; try another spelling' })
          : null
      }
      getPopupContainer={(box) => box.parentElement ?? document.body}
      options={found.map(({ id, name, inside, kind }) => ({
        value: id,
        label: `${name} — ${[inside, say(kinds[kind])].filter(Boolean).join(' · ')}`,
      }))}
    />
  )
}
