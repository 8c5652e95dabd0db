import { dryRunHandlers } from './dry-run.handlers'
import { overridesHandlers } from './overrides.handlers'

export { listOverrides } from './overrides.repository'

export const checksHandlers = { ...overridesHandlers, ...dryRunHandlers }
