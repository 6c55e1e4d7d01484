import { runTravelTask } from './travel-task.ts'

/** Entry of a worker thread. */
export default runTravelTask
