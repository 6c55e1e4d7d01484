/** The palette and letters of all that is shown; the report’s own. */
export { colours, fonts, series } from '@kuashan/pages/tokens.ts'
