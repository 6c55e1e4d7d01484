/** Why a floor is missed and how somebody is reached, in the words of the report. */
export { modeWords as reachWords } from '@kuashan/pages/report/changes-section.ts'
export { reasonWords } from '@kuashan/pages/report/gaps-section.ts'
