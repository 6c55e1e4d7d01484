import { describe, expect, it } from 'vitest'
import { explanationHtml } from './explanation-page.ts'

const county = { zh: '云岫县', en: 'Yunxiu County' }

describe('the page of an explanation', () => {
  it('says every answer in both languages and lets no markup through', () => {
    const page = explanationHtml(county, [
      {
        title: { zh: '未达标', en: 'Missed' },
        answers: [
          {
            zh: ['上村·<b>看病</b>', '最近的 “甲 & 乙” 要 89 分钟'],
            en: ['Upper village, <script>alert(1)</script>', 'the nearest takes 89 min'],
          },
        ],
      },
      { title: { zh: '标准', en: 'Floors' }, answers: [] },
    ])
    expect(page).toContain('lang="zh-CN"')
    expect(page).toContain('lang="en"')
    expect(page).toContain('上村·&lt;b&gt;看病&lt;/b&gt;')
    expect(page).toContain('甲 &amp; 乙')
    expect(page).toContain('the nearest takes 89 min')
    expect(page).not.toContain('<script')
    expect(page).toContain('None')
  })
})
