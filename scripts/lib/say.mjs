/** A line for the person at the terminal. Standard output belongs to the program being run. */
export const say = line => process.stderr.write(`${line}\n`)

/** Ends the script with a sentence instead of a stack trace. */
export class SetupError extends Error {}

/** Runs a script's main function; a SetupError is told, anything else is a bug and shown whole. */
export async function main(body) {
  try {
    await body()
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack)
    process.exitCode = 1
  }
}

/** Seconds with one decimal since `start`, which came from performance.now(). */
export const seconds = start => `${((performance.now() - start) / 1000).toFixed(1)} s`
