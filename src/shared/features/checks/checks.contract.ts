import { dryRunContract } from './dry-run.contract'
import { overridesContract } from './overrides.contract'

export const checksContract = { ...overridesContract, ...dryRunContract }
