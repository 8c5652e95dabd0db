/** A program of the machine, started without a shell. */
export interface ProgramCall {
  /** Absolute. */
  program: string
  args: readonly string[]
  timeoutMs: number
  /** Bytes of standard output; more ends the program. */
  maxOutput: number
  signal?: AbortSignal
}

export interface ProgramEnd {
  /** `code` is null where it did not end by itself. */
  code: number | null
  output: string
  /** Why it was ended. */
  ended: 'itself' | 'timeout' | 'output' | 'cancelled'
}

/** Finds and runs programs that a person has on the machine. A host without this has none. */
export interface ProgramHost {
  /**
   * @param folder looked in alone; without it, the folders of the search path, in order
   * @returns the absolute path of an executable file
   */
  find(name: string, folder?: string): Promise<string | undefined>
  run(call: ProgramCall): Promise<ProgramEnd>
}
