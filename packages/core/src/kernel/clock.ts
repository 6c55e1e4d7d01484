const two = (value: number): string => String(value).padStart(2, '0')

/** `08:30` of seconds after midnight; odd seconds follow: `08:30:15`. */
export function clockText(seconds: number): string {
  const [hour, minute, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ]
  return `${two(hour)}:${two(minute)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** Seconds after midnight of what `clockText` writes. */
export function clockSeconds(text: string): number {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number)
  return hour * 3600 + minute * 60 + second
}

/** The whole minute after midnight in which a time of day lies. */
export const clockMinute = (text: string): number => Math.floor(clockSeconds(text) / 60)
