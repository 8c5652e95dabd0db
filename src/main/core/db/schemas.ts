import type { Schema } from './migrate'
import { catalog1 } from './migrations/catalog-1'
import { workspace1 } from './migrations/workspace-1'
import { workspace2 } from './migrations/workspace-2'
import { workspace3 } from './migrations/workspace-3'
import { workspace4 } from './migrations/workspace-4'
import { workspace5 } from './migrations/workspace-5'

/** "GRnC" in the file header. */
export const catalogSchema: Schema = { applicationId: 0x47526e43, migrations: [catalog1] }
/** "GRnW" in the file header. */
export const workspaceSchema: Schema = { applicationId: 0x47526e57, migrations: [workspace1, workspace2, workspace3, workspace4, workspace5] }
