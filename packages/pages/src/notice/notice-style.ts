import { colours, fonts } from '../tokens.ts'

/** A4, nothing smaller than 18 pt: read at arm's length on a wall by somebody of eighty. */
export const noticeStyle = `
@page{size:A4;margin:14mm}
*{box-sizing:border-box}
body{margin:0;color:${colours.ink};background:${colours.ground};font:18pt/1.45 ${fonts}}
main{max-width:182mm;margin:0 auto;padding:6mm 0}
h1{font-size:32pt;line-height:1.2;margin:0 0 2mm}
h2{font-size:22pt;line-height:1.3;margin:6mm 0 1mm;color:${colours.brand};border-bottom:1.5pt solid ${colours.brand}}
p{margin:0 0 1.5mm}
section.coming{margin:0 0 4mm;break-inside:avoid}
.who{font-size:22pt;font-weight:700}
.who::first-letter{text-transform:uppercase}
.when{font-size:20pt;font-weight:700}
.draft{border:2pt solid ${colours.warn};color:${colours.warn};padding:1mm 3mm;display:inline-block;font-weight:700}
.missed{border-left:4pt solid ${colours.bad};padding-left:4mm}
.fill{display:inline-block;min-width:60mm;border-bottom:1pt solid ${colours.ink}}
.keep{white-space:nowrap}
@media print{main{padding:0}}
`
