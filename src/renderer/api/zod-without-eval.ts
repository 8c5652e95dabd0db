import { config } from 'zod'

// Zod tries out `new Function` when the first schema is made; the page's policy refuses that and reports it as a
// violation. This must be imported before anything that makes a schema.
config({ jitless: true })
