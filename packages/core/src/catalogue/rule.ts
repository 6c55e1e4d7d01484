import { z } from 'zod'

const Scalar = z.union([z.string(), z.number(), z.boolean()])
type Scalar = z.infer<typeof Scalar>

/** An entitlement as data over declared attributes. Operators are those of the catalogue, nothing else. */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { eq: [attribute: string, value: Scalar] }
  | { in: [attribute: string, values: Scalar[]] }
  | { has: [attribute: string, value: Scalar] }
  | { ge: [attribute: string, value: number] }
  | { gt: [attribute: string, value: number] }
  | { le: [attribute: string, value: number] }
  | { lt: [attribute: string, value: number] }

const bound = z.tuple([z.string(), z.number()])

export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Rule) }),
    z.strictObject({ any: z.array(Rule) }),
    z.strictObject({ not: Rule }),
    z.strictObject({ eq: z.tuple([z.string(), Scalar]) }),
    z.strictObject({ in: z.tuple([z.string(), z.array(Scalar)]) }),
    z.strictObject({ has: z.tuple([z.string(), Scalar]) }),
    z.strictObject({ ge: bound }),
    z.strictObject({ gt: bound }),
    z.strictObject({ le: bound }),
    z.strictObject({ lt: bound }),
  ]),
)
