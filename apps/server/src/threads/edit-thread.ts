import { parentPort, workerData } from 'node:worker_threads'
import { type PlanChecker, planChecker } from '@kuashan/core/check/check-plan.ts'
import { type Memory, newMemory } from '@kuashan/core/kernel/memory.ts'
import { partOfPlan } from '@kuashan/core/plan/part-of-county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { editEffect } from '@kuashan/core/planner/edit/edit-effect.ts'
import { editPlan } from '@kuashan/core/planner/edit/edit-plan.ts'
import type { World } from '@kuashan/core/planner/explain/world.ts'
import { joinStore } from '@kuashan/store/open-store.ts'
import { getPlan, savePlan } from '@kuashan/store/queries/plans.ts'
import { countyUnder } from '../county/county-under.ts'
import { drawnTours } from '../county/drawn-tours.ts'
import { lastUsed } from '../county/last-used.ts'
import { measuredBook } from '../county/measured-book.ts'
import { keepSave, newestSave, type OpenedPlan, openPlan } from '../county/open-plan.ts'
import { summaryOf } from '../county/plan-summary.ts'
import { worldHere } from '../county/travel-shelf.ts'
import { writtenRows } from '../county/written-rows.ts'
import { findingsOf, NotAnswered } from '../serve/problem-answer.ts'
import type { AskedOrder, EditOrder, EditOrders, OrderEnd } from './edit-orders.ts'
import { type ThreadData, workPlace } from './work-place.ts'

const data = workerData as ThreadData
const place = workPlace(data)
const joining = joinStore(data)

type Opened = OpenedPlan & { world: World }

/** What was worked out of a plan, on what it was decided on. */
interface Remembered {
  base: World['base']
  writing: Memory
  checking: Memory
}

/** Of plans that are edited in turns. */
const remembered = lastUsed<Remembered>(6)

function memoryOf(plan: string, { base }: World): Remembered {
  const known = remembered.get(plan)
  if (known?.base === base) return known
  const fresh = { base, writing: newMemory(), checking: newMemory() }
  remembered.set(plan, fresh)
  return fresh
}

async function read({ caller, plan }: EditOrders['open']['asked'], version?: number) {
  const store = await joining
  return store.as(caller, (access) => openPlan(place.shelf, access, plan, version))
}

async function open(asked: EditOrders['open']['asked'], version?: number) {
  const opened = await read(asked, version)
  const world = await worldHere(place.travel, opened.under.input, place.workers)
  return { ...opened, world } satisfies Opened
}

const checkers = new WeakMap<World['base'], PlanChecker>()

function checkerOn({ base, input, travel }: World): PlanChecker {
  const { county, catalogue } = input
  const checker = checkers.get(base) ?? planChecker({ county, catalogue, travel })
  checkers.set(base, checker)
  return checker
}

const checked = (id: string, world: World, plan: Plan) =>
  checkerOn(world)(plan, memoryOf(id, world).checking).findings

async function edited(asked: EditOrders['edit']['asked']) {
  const { world, plan: before, hash, entry } = await open(asked)
  const memory = memoryOf(asked.plan, world).writing
  const done = editPlan(world.base, before, asked.edits, { parent: hash, memory })
  if (done.plan === null) throw new NotAnswered(done.findings)
  const { plan } = done
  return { before, plan, findings: checked(asked.plan, world, plan), of: entry.documentVersion }
}

const orders: {
  [O in EditOrder]: (asked: EditOrders[O]['asked']) => Promise<EditOrders[O]['answer']>
} = {
  open: async (asked) => {
    const { world, plan, hash } = await open(asked)
    // So that the first edit finds what it does not touch worked out.
    const { writing } = memoryOf(asked.plan, world)
    editPlan(world.base, plan, [], { parent: hash, memory: writing })
    checked(asked.plan, world, plan)
    return null
  },
  edit: async (asked) => {
    const { before, plan, findings, of } = await edited(asked)
    return { findings, effect: editEffect(before, plan), of }
  },
  save: async (asked) => {
    const { plan, findings } = await edited(asked)
    const document = writtenRows(plan)
    const isPlan = !findings.some(({ code }) => code === 'plan-malformed')
    const taken = isPlan ? plan : undefined
    const { caller, plan: id, version, note } = asked
    const store = await joining
    const entry = await store.as(caller, async (access) => {
      await savePlan(access, id, version, { document, taken, findings, note })
      return getPlan(access, id)
    })
    await keepSave(newestSave(entry), { plan, findings })
    return { entry, document, findings, summary: summaryOf(plan, findings) }
  },
  check: async (asked) => {
    const { world, plan } = await open(asked, asked.version)
    return { findings: checked(asked.plan, world, plan) }
  },
  book: async ({ caller, plan, asOf }) => {
    const seen = { asOf, area: caller.area }
    if (plan !== null) {
      const opened = await read({ caller, plan })
      return measuredBook(place, opened.under.input, seen, opened.plan)
    }
    const store = await joining
    const { input } = await store.as(caller, (access) => countyUnder(place.shelf, access, null))
    return measuredBook(place, input, seen, null)
  },
  draw: async (asked) => {
    const opened = await read(asked, asked.version)
    const plan = partOfPlan(opened.plan, opened.under.input.county, asked.caller.area)
    return drawnTours(place.travel, { ...opened, plan }, asked.which)
  },
}

async function endOf({ id, order, asked }: AskedOrder): Promise<OrderEnd> {
  try {
    const carryOut = orders[order] as (asked: unknown) => Promise<EditOrders[EditOrder]['answer']>
    return { id, answer: await carryOut(asked) }
  } catch (error) {
    const findings = findingsOf(error, '')
    if (findings[0]!.code !== 'server-fault') return { id, refused: findings }
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort!.on('message', async (asked: AskedOrder) => {
  parentPort!.postMessage(await endOf(asked))
})
