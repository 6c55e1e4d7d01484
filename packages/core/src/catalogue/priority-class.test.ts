import { describe, expect, it } from 'vitest'
import { onlyForTheWeak, priorityClassOf } from './priority-class.ts'
import { startingCatalogue } from './starting-catalogue.ts'

const classOf = (id: string) =>
  priorityClassOf(startingCatalogue().services.find((s) => s.id === id)!)

describe('priority classes', () => {
  it('come from the row: basic first, and within it those for the weak', () => {
    expect(['MED-04', 'EDU-01', 'DIS-01', 'SOC-03'].map(classOf)).toEqual([0, 0, 0, 0])
    expect(['MED-01', 'MED-02', 'CUL-01', 'EMP-01'].map(classOf)).toEqual([1, 1, 1, 1])
    expect(['ELD-01', 'EDU-04'].map(classOf)).toEqual([2, 2])
    expect(['SUP-01', 'CON-01', 'TRA-02'].map(classOf)).toEqual([3, 3, 3])
  })

  it('take one branch of an `all`, and every branch of an `any`', () => {
    const elder = { ge: ['age', 60] as [string, number] }
    const anyone = { eq: ['residence', 'permanent'] as [string, string] }
    expect(onlyForTheWeak({ all: [anyone, elder] })).toBe(true)
    expect(onlyForTheWeak({ any: [anyone, elder] })).toBe(false)
    expect(onlyForTheWeak({ any: [elder, { lt: ['age', 18] }] })).toBe(true)
    expect(onlyForTheWeak({ any: [] })).toBe(false)
    expect(onlyForTheWeak({ not: elder })).toBe(false)
    expect(onlyForTheWeak({ ge: ['age', 59] })).toBe(false)
    expect(onlyForTheWeak({ lt: ['age', 19] })).toBe(false)
  })
})
