/** What a host looks at twice a minute, in a test it looks at four times a second. */
const TWICE_A_MINUTE = 30_000
const OFTEN = 250
const LOOKED = 'looked'

const patch = `
const { setInterval } = globalThis
const often = (work) => setInterval(() => {
  work()
  console.log('${LOOKED}')
}, ${OFTEN})
globalThis.setInterval = (work, every, ...rest) => (every === ${TWICE_A_MINUTE} ? often(work) : setInterval(work, every, ...rest))
`

/** Options of Node for a built host, so that nobody waits half a minute for it to look at the clock. The clock itself goes as ever. */
export const quickLooks: readonly string[] = ['--import', `data:text/javascript,${encodeURIComponent(patch)}`]

/** How often a host that runs with these options has looked so far, by what it printed. */
export const looksIn = (output: string): number => output.split('\n').filter((line) => line === LOOKED).length
