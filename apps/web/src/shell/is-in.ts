/** Whether what somebody typed stands in a name; capitals make no difference. */
export const isIn = (name: string, typed: string): boolean =>
  name.toLowerCase().includes(typed.trim().toLowerCase())
