import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Markup, trusted } from '../html.ts'
import { colours, fonts } from '../tokens.ts'

echarts.use([BarChart, GridComponent, LegendComponent, SVGRenderer])

export interface PairBars {
  /** One row a category, first on top; `values` in the order of `names`. */
  rows: readonly { label: string; values: readonly number[] }[]
  names: readonly string[]
  /** Largest value of the axis; from the data when left out. */
  most?: number
  /** Appended to every number: `%`. */
  unit: string
  width?: number
}

const palette = ['#9fb3ad', colours.brand, '#d55e00']

/** Horizontal bars, one group a row (today beside plan), as an SVG for print. Drawn by ECharts without a browser. */
export function pairBars(chart: PairBars): Markup {
  const height = 46 + chart.rows.length * (12 + 14 * chart.names.length)
  const view = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: chart.width ?? 900,
    height,
  })
  view.setOption({
    animation: false,
    color: palette,
    textStyle: { fontFamily: fonts, color: colours.ink },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10 },
    grid: { top: 30, bottom: 4, left: 270, right: 56 },
    xAxis: {
      type: 'value',
      max: chart.most ?? null,
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.rows.map((row) => row.label),
      axisTick: { show: false },
      axisLine: { show: false },
      // Letters are measured without a browser, so room is left for wider ones.
      axisLabel: { fontSize: 12, lineHeight: 14, width: 220, overflow: 'break' },
    },
    series: chart.names.map((name, k) => ({
      type: 'bar',
      name,
      barGap: '10%',
      barMaxWidth: 12,
      data: chart.rows.map((row) => row.values[k]),
      label: { show: true, position: 'right', fontSize: 11, formatter: `{c}${chart.unit}` },
    })),
  })
  const svg = view.renderToSVGString()
  view.dispose()
  return trusted(svg)
}
