import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, trusted } from './html.ts'

test('values are escaped, nested templates are not', () => {
  const inner = html`<b>${'<x>'}</b>`
  expect(html`<p title="${'a"b'}">${inner}${[html`<i/>`, 3]}${false}${null}</p>`.markup).toBe(
    '<p title="a&quot;b"><b>&lt;x&gt;</b><i/>3</p>',
  )
  expect(html`${trusted('<svg/>')}`.markup).toBe('<svg/>')
})

test('no value can open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const inside = html`${text}`.markup
      expect(inside).not.toMatch(/[<>"']/)
    }),
  )
})
