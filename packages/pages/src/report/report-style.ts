import { colours, fonts } from '../tokens.ts'

/** Screen and A4 in one sheet. */
export const reportStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${colours.ground};color:${colours.ink};font:15px/1.55 ${fonts}}
html:lang(en) body{font-family:"Noto Sans","DejaVu Sans","Helvetica Neue",Arial,${fonts}}
main{max-width:1020px;margin:0 auto;padding:24px 28px 60px}
h1{font-size:30px;line-height:1.25;margin:0 0 4px}
h2{font-size:21px;margin:38px 0 10px;padding-bottom:5px;border-bottom:2px solid ${colours.brand}}
h3{font-size:16px;margin:18px 0 6px}
nav{margin:14px 0;font-size:14px;display:flex;flex-wrap:wrap;gap:4px 16px}
a{color:${colours.brand}}
table{border-collapse:collapse;width:100%;font-size:13.5px;margin:8px 0}
th{text-align:left;background:${colours.panel};font-weight:600}
th,td{padding:5px 8px;border-bottom:1px solid ${colours.line};vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
small,.definition{color:${colours.quiet}}
.definition{font-size:13px;margin:4px 0}
.dates{font-variant-numeric:tabular-nums;font-size:12.5px}.dates>span{white-space:nowrap;margin-right:9px}.dates b{color:${colours.quiet}}
.keep{white-space:nowrap}
tr.group th{background:none;padding-top:14px;color:${colours.brand};border-bottom:1px solid ${colours.brand}}
#timetable-villages td:last-child{width:46%}
#rides .dates>span{white-space:normal}#rides td:nth-child(2){width:18%}#rides td:nth-child(7){width:24%}
#timetable-crews td:first-child{width:36%}#timetable-crews td:last-child{width:30%}
#timetable-villages td,#timetable-crews td{padding:3px 8px}
.verdict{display:inline-block;padding:5px 12px;border-radius:5px;color:#fff;font-weight:600}
.valid{background:${colours.good}}.broken{background:${colours.bad}}
.alert{background:#fdf1e3;border-left:4px solid ${colours.warn};padding:8px 12px}
.assumed{color:${colours.warn};font-style:normal;font-size:12px;border:1px solid currentColor;border-radius:3px;padding:0 4px}
.none{color:${colours.quiet}}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:12px;margin:14px 0}
.figure{border:1px solid ${colours.line};border-radius:6px;padding:10px 14px}
.figure h3{margin:0;font-size:14px;color:${colours.quiet};font-weight:600}
.pair{display:flex;gap:10px;align-items:flex-end;margin:6px 0;font-size:19px;font-variant-numeric:tabular-nums}
.pair span{display:flex;flex-direction:column}.pair small{font-size:12px}
.pair .plan{font-weight:700;color:${colours.brand}}.arrow{color:${colours.quiet}}
svg{max-width:100%;height:auto}.map{width:100%;border:1px solid ${colours.line}}
code{background:${colours.panel};padding:1px 5px;border-radius:3px}
@media (max-width:760px){.figures{grid-template-columns:1fr}main{padding:14px}table{display:block;overflow-x:auto}}
@media print{@page{size:A4;margin:14mm 12mm}body{font-size:10.5pt}main{max-width:none;padding:0}nav{display:none}
h2{break-after:avoid}tr,.figure,.map{break-inside:avoid}thead{display:table-header-group}table{font-size:9pt}}
`
