import { bestFreeSlot } from './best-free-slot.ts'
import { type Board, FREE, mayStand, place } from './board.ts'
import { makeRoom } from './make-room.ts'
import { spread } from './spread.ts'

/**
 * Gives every job a slot if it can. First each vehicle's jobs are spread over its days in the order
 * of their targets; those that meet a closed day, a season that cuts them off or a full vehicle then
 * take the best free slot near their target, on any vehicle of the kind; then others are moved to make
 * room; at last any free slot is good enough. Jobs come in rank order, and none is ever put out.
 */
export function placeJobs(board: Board): void {
  board.vehicles.forEach((_, v) => {
    placeHome(board, v)
  })
  let free = board.slots.reduce((sum, job) => sum + (job === FREE ? 1 : 0), 0)
  const dead = new Uint8Array(board.slots.length)
  for (let job = 0; job < board.jobs.length && free > 0; job++) {
    if (board.slotOf[job]! >= 0) continue
    const { target, reach } = board.jobs[job]!
    const near = bestFreeSlot(board, job, target - reach, target + reach)
    if (near >= 0) place(board, job, near)
    else if (!makeRoom(board, job, dead)) {
      const any = bestFreeSlot(board, job, 0, board.days - 1)
      if (any < 0) continue
      place(board, job, any)
    }
    free--
  }
  setHomeWeekdays(board)
}

/** The first jobs in rank order that the vehicle's days suffice for, evenly thinned in the last template. */
function homeJobs(board: Board, vehicle: number): number[] {
  const room = board.vehicles[vehicle]!.days.length
  const mine: number[] = []
  board.jobs.forEach((job, j) => {
    if (job.home === vehicle) mine.push(j)
  })
  if (mine.length <= room) return mine
  const cut = board.jobs[mine[room]!]!.template
  const before = mine.filter((j) => board.jobs[j]!.template < cut)
  const last = mine.filter((j) => board.jobs[j]!.template === cut)
  const left = room - before.length
  const share = (k: number): number => Math.floor((k * left) / last.length)
  return [...before, ...last.filter((_, k) => share(k + 1) > share(k))]
}

function placeHome(board: Board, vehicle: number): void {
  const own = board.vehicles[vehicle]!.days
  if (own.length === 0) return
  const index = new Map([...own].map((day, k) => [day, k]))
  const jobs = homeJobs(board, vehicle).sort(
    (a, b) => board.jobs[a]!.wish - board.jobs[b]!.wish || a - b,
  )
  const wishes = jobs.map((job) => index.get(board.jobs[job]!.target) ?? 0).sort((a, b) => a - b)
  spread(wishes, own.length).forEach((position, k) => {
    const slot = vehicle * board.days + own[position]!
    if (mayStand(board, jobs[k]!, slot)) place(board, jobs[k]!, slot)
  })
}

/** The weekday that most outings of a template already have; the earliest of equals. */
function setHomeWeekdays(board: Board): void {
  const counts = Array.from(board.homeWeekday, () => new Int32Array(8))
  board.jobs.forEach((job, j) => {
    const slot = board.slotOf[j]!
    if (slot >= 0) counts[job.template]![board.weekdays[slot % board.days]!]!++
  })
  counts.forEach((byDay, template) => {
    let most = 1
    for (let day = 2; day <= 7; day++) if (byDay[day]! > byDay[most]!) most = day
    board.homeWeekday[template] = most
  })
}
