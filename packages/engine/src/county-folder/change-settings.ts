import { parseDocument } from 'yaml'

/** Settings of `county.yaml` that people change in the app; the rest of the file, comments included, stays as it is. */
export interface SettingChanges {
  name?: string | undefined
  nameEn?: string | undefined
  asOf?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const places: Readonly<Record<keyof SettingChanges, readonly string[]>> = {
  name: ['name'],
  nameEn: ['nameEn'],
  asOf: ['asOf'],
  from: ['horizon', 'from'],
  to: ['horizon', 'to'],
}

/** `county.yaml` with what was changed. Whether the values fit together is for the import to say. */
export function changeSettings(text: string, changes: SettingChanges): string {
  const document = parseDocument(text, { schema: 'core' })
  for (const [key, path] of Object.entries(places)) {
    const value = changes[key as keyof SettingChanges]
    if (value !== undefined) document.setIn(path, value)
  }
  return document.toString({ lineWidth: 0 })
}
