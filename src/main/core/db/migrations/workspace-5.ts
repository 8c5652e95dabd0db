import type { Migration } from '../migrate'
import { loggedTable } from './workspace-2/logged-table'

/** The post that a conversation began under, as a person says it. Frozen once shipped. */
export const workspace5: Migration = {
  version: 5,
  statements: [
    // The id is that of the conversation. An empty variant: under none, whatever its links lead to.
    ...loggedTable('conversation_post', ['id TEXT NOT NULL PRIMARY KEY', 'variant_id TEXT NOT NULL']),
    // Conversations find their post by the address that a link of theirs leads to.
    "CREATE INDEX variant_permalink ON variant (permalink) WHERE permalink > ''"
  ]
}
