/** The palette and letters of all that is shown; the report’s own. */
export { colours, fonts } from '@kuashan/pages/tokens.ts'
