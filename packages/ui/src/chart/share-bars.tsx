import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { colours, fonts } from '../tokens.ts'

echarts.use([BarChart, GridComponent, TooltipComponent, SVGRenderer])

export interface ShareBar {
  key: string
  label: string
  /** 0 to 1. */
  share: number
  /** What the bar says at its end. */
  text: string
}

export interface ShareBarsProps {
  /** What the chart shows, for those who cannot see it; the same figures must stand in a table beside it. */
  label: string
  /** First on top. */
  bars: readonly ShareBar[]
  /** Shares below it are drawn in the warning colour. */
  wanted: number
  onPick: (key: string) => void
}

const rowPx = 40
const labelPx = 170

/** Shares as horizontal bars from 0 to 100 %. Heavy (ECharts): load it lazily. */
export default function ShareBars({ label, bars, wanted, onPick }: ShareBarsProps) {
  const holder = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const height = 8 + bars.length * rowPx
  useEffect(() => {
    const chart = echarts.init(holder.current, null, { renderer: 'svg', height })
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: fonts, color: colours.ink },
      grid: { top: 4, bottom: 4, left: labelPx + 12, right: 64 },
      xAxis: {
        type: 'value',
        max: 100,
        axisLabel: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map((bar) => bar.label),
        axisTick: { show: false },
        axisLabel: {
          interval: 0,
          width: labelPx,
          overflow: 'break',
          color: colours.ink,
          fontSize: 12,
          lineHeight: 14,
        },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          data: bars.map(({ share }) => ({
            value: share * 100,
            itemStyle: { color: share < wanted ? colours.warn : colours.brand },
          })),
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? '',
          },
        },
      ],
    })
    chart.on('click', ({ dataIndex }) => {
      const bar = bars[dataIndex as number]
      if (bar) pick.current(bar.key)
    })
    const watch = new ResizeObserver(() => chart.resize({ height }))
    watch.observe(holder.current!)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [bars, wanted, height])
  return <div ref={holder} role="img" aria-label={label} style={{ width: '100%', height }} />
}
