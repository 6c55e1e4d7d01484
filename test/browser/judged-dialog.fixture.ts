import type { Locator } from 'playwright-core'
import { type Visit, worked } from './walk.fixture.ts'

/** The dialog of an edit, once the independent checker has said what it makes of it. */
export async function judgedDialog({ page, t }: Visit): Promise<Locator> {
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText(t({ zh: '检查', en: 'checker finds' }))
    .first()
    .waitFor(worked)
  return dialog
}
