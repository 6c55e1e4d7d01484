import { colours } from '../tokens.ts'

/** What the menu adds to the report's sheet: three columns of equal width, losses that catch the eye. */
export const replanStyle = `
main{max-width:1180px}
table.menu{table-layout:fixed}
table.menu th.n{white-space:normal}
table.menu td.n{font-size:15px}
table.menu th small{display:block;font-weight:400}
table.menu tr.same td{color:${colours.quiet}}
p.verdict-line{font-size:17px}
table.villages td,table.villages th{width:27%}
table.villages td:first-child,table.villages th:first-child{width:19%}
table.villages p{margin:0 0 4px}
.lost{color:${colours.bad};font-weight:600}
.was{color:${colours.quiet}}
ul.happened{margin:6px 0;padding-left:20px;font-size:16px}
`
