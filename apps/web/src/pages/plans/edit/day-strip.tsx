import { dateOf, dayNumber, type PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { formatDay, formatWeekday } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { Flex, Typography } from 'antd'

const aWeek = 7

/** Days around a visit that is being dragged; it is dropped on one. With the keyboard the button beside the visit does the same. */
export function DayStrip({ date, onDrop }: { date: PlainDate; onDrop: (date: PlainDate) => void }) {
  const say = useSay()
  const language = useLanguage()
  const days = Array.from({ length: 2 * aWeek + 1 }, (_, k) => dateOf(dayNumber(date) + k - aWeek))
  return (
    <Flex
      gap={4}
      align="center"
      style={{ position: 'sticky', top: 0, zIndex: 3, background: colours.ground, padding: 8 }}
    >
      <Typography.Text>{say({ zh: '拖到：', en: 'Drop on: ' })}</Typography.Text>
      {days.map((day) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a drop target; by keyboard the button beside the visit does it
        <div
          key={day}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => onDrop(day)}
          style={{
            border: `1px ${day === date ? 'solid' : 'dashed'} ${colours.brand}`,
            borderRadius: 6,
            padding: '6px 4px',
            fontSize: 13,
            textAlign: 'center',
            flex: 1,
          }}
        >
          {formatDay(day, language)}
          <br />
          {formatWeekday(day, language)}
        </div>
      ))}
    </Flex>
  )
}
