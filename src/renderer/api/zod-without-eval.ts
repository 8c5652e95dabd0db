import { config } from 'zod/v4'

// The build puts this in the place of `zod` in the page. Zod tries to compile code from text when the first schema is made; the
// page's policy refuses that and reports it as a violation. Standing before the library itself, this comes first in
// whatever order the bundler loads its chunks.
config({ jitless: true })

export * from 'zod/v4'
