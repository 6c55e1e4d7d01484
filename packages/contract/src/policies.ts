import { FacilityKind } from '@kuashan/core/catalogue/service.ts'
import { ReachMode } from '@kuashan/core/plan/plan.ts'
import { PolicyText } from '@kuashan/core/plan/policy-text.ts'
import { z } from 'zod'
import { deciding, inCounty, planning } from './access.ts'
import { FloorInForce } from './catalogue.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** A facility project of the plan or of the county's data, or a service as the plan gives it by one channel. */
const ChainLink = z
  .object({
    what: z.union([
      z.object({
        project: z.object({
          facility: z.string(),
          name: z.string(),
          nameEn: z.string().nullable(),
          action: z.enum(['build', 'convert']),
          kind: FacilityKind,
          services: z.array(z.string()),
          from: z.enum(['plan', 'county']),
        }),
      }),
      z.object({
        item: z.object({ service: z.string(), mode: ReachMode, places: z.number().int() }),
      }),
    ]),
    /** Standards in force behind it, each with the ids of the policy texts it leans on. */
    standards: z.array(FloorInForce.extend({ texts: z.array(z.string()) })),
    /** Services of it that no standard is behind. */
    without: z.array(z.string()),
  })
  .meta({ id: 'ChainLink' })
export type ChainLink = z.infer<typeof ChainLink>

/** From what is planned and built to the standards and policy texts behind it, and where that chain is broken. */
export const PolicyChain = z
  .object({
    plan: z.uuid().nullable(),
    links: z.array(ChainLink),
    texts: z.array(PolicyText),
    gaps: z.array(SaidFinding),
  })
  .meta({ id: 'PolicyChain' })
export type PolicyChain = z.infer<typeof PolicyChain>

const one = z.strictObject(inCounty)

export const policyRoutes = {
  chain: route({
    id: 'policies.chain',
    method: 'GET',
    path: '/api/counties/{county}/policies/chain',
    what: {
      zh: '方案、设施项目、标准、政策文件连成的链，和断在哪里',
      en: 'The chain of plan items, facility projects, standards and policy texts, and its gaps',
    },
    params: one,
    query: z.strictObject({ plan: z.uuid().optional() }),
    answer: json(PolicyChain),
    access: planning,
  }),
  texts: route({
    id: 'policies.texts',
    method: 'GET',
    path: '/api/counties/{county}/policies',
    what: { zh: '政策文件登记', en: 'The register of policy texts' },
    params: one,
    answer: json(z.array(PolicyText)),
    access: planning,
    versioned: true,
  }),
  setTexts: route({
    id: 'policies.setTexts',
    method: 'PUT',
    path: '/api/counties/{county}/policies',
    what: { zh: '改政策文件登记：给出全部', en: 'Change the register of policy texts: all of it' },
    params: one,
    body: json(z.array(PolicyText.strict()).max(1000)),
    answer: json(z.array(PolicyText)),
    access: deciding,
    versioned: true,
  }),
} as const
