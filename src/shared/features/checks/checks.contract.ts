import { overridesContract } from './overrides.contract'

export const checksContract = { ...overridesContract }
