/** How places, vehicles and services are called; the report’s own. */
export { type Names, namesOf } from '@kuashan/pages/report/names.ts'
