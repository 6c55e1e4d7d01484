/** An answer as it is sent: JSON, and packed once somebody wanted it so. */
export interface WrittenAnswer {
  json: Buffer
  gzip?: Promise<Buffer>
  /** Of its content, so that whoever has it is told so; only of what is kept and has no version. */
  tag?: string
}

const mostBytes = 64 * 1024 * 1024

/**
 * Answers that are asked for again and again, by what they are called: equal names have equal bytes, so that they are
 * checked, written and packed once. The longest unasked go first when together they are too large.
 */
export class KeptAnswers {
  readonly #answers = new Map<string, WrittenAnswer>()
  readonly #writing = new Map<string, Promise<WrittenAnswer>>()
  #bytes = 0

  /** The answer of this name; of many who ask at once for one that is not kept, one has it written. */
  async written(name: string, write: () => Promise<WrittenAnswer>): Promise<WrittenAnswer> {
    const found = this.get(name) ?? this.#writing.get(name)
    if (found) return found
    const writing = write()
    this.#writing.set(name, writing)
    try {
      const answer = await writing
      this.keep(name, answer)
      return answer
    } finally {
      this.#writing.delete(name)
    }
  }

  get(name: string): WrittenAnswer | undefined {
    const found = this.#answers.get(name)
    if (!found) return undefined
    this.#answers.delete(name)
    this.#answers.set(name, found)
    return found
  }

  keep(name: string, answer: WrittenAnswer): void {
    const before = this.#answers.get(name)
    this.#bytes += answer.json.length - (before?.json.length ?? 0)
    this.#answers.set(name, answer)
    for (const [oldest, { json }] of this.#answers) {
      if (this.#bytes <= mostBytes || oldest === name) return
      this.#answers.delete(oldest)
      this.#bytes -= json.length
    }
  }
}
