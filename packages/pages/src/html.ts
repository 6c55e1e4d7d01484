/** Markup that is safe to place as it is. Everything else is escaped. */
export interface Markup {
  readonly markup: string
}

type Piece = Markup | string | number | false | null | undefined | readonly Piece[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => entities[c] as string)

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (typeof piece === 'string') return escapeText(piece)
  if (typeof piece === 'number') return String(piece)
  if ('markup' in piece) return piece.markup
  return piece.map(render).join('')
}

/** Template for HTML and SVG: values are escaped, nested templates and lists of them are not. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Markup => ({
  markup: strings.reduce((out, text, k) => out + (k === 0 ? '' : render(pieces[k - 1])) + text, ''),
})

/** Text made by a trusted library (an SVG chart), placed as it is. */
export const trusted = (markup: string): Markup => ({ markup })
