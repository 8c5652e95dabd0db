/** What a change of a post was about; `all` is its making. */
export const versionFields = [
  'all', 'title', 'text', 'link', 'firstComment', 'notes', 'sources', 'language', 'campaign', 'pillar', 'owner', 'time', 'stage', 'trash',
  'fields', 'media', 'state', 'permalink', 'channels', 'labels', 'checklist'
] as const
export type VersionField = (typeof versionFields)[number]
