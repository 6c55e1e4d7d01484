import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Markup, trusted } from '../html.ts'
import { colours, fonts } from '../tokens.ts'

echarts.use([LineChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer])

export interface FrontChart {
  /** Points of the front, by ascending x. */
  front: readonly (readonly [x: number, y: number])[]
  /** Plans that another dominates. */
  others: readonly (readonly [x: number, y: number])[]
  today: readonly [x: number, y: number]
  words: { x: string; y: string; front: string; others: string; today: string }
}

/** A front as steps, with the plans behind it and today, as an SVG for print. */
export function frontChart({ front, others, today, words }: FrontChart): Markup {
  const view = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 900, height: 380 })
  const axis = (name: string) => ({
    type: 'value' as const,
    name,
    nameLocation: 'middle' as const,
    nameGap: 34,
    scale: true,
    splitLine: { lineStyle: { color: colours.line } },
  })
  view.setOption({
    animation: false,
    textStyle: { fontFamily: fonts, color: colours.ink },
    legend: { top: 0, left: 0 },
    grid: { top: 36, bottom: 48, left: 72, right: 24 },
    xAxis: axis(words.x),
    yAxis: { ...axis(words.y), nameGap: 52 },
    series: [
      {
        type: 'line',
        step: 'end',
        name: words.front,
        data: front.map((p) => [...p]),
        symbol: 'circle',
        symbolSize: 9,
        color: colours.brand,
      },
      {
        type: 'scatter',
        name: words.others,
        data: others.map((p) => [...p]),
        symbolSize: 8,
        color: colours.line,
      },
      {
        type: 'scatter',
        name: words.today,
        data: [[...today]],
        symbol: 'diamond',
        symbolSize: 14,
        color: colours.warn,
      },
    ],
  })
  const svg = view.renderToSVGString()
  view.dispose()
  return trusted(svg)
}
