import type { ConversationThread } from '@shared/features/inbox/inbox.schema'

export type ThreadEntry =
  | { kind: 'message'; key: string; at: string; message: ConversationThread['messages'][number] }
  | { kind: 'note'; key: string; at: string; note: ConversationThread['notes'][number] }

/** Messages, replies and internal notes in one order of time. */
export function threadEntries({ messages, notes }: Pick<ConversationThread, 'messages' | 'notes'>): ThreadEntry[] {
  const all: ThreadEntry[] = [
    ...messages.map((message) => ({ kind: 'message' as const, key: `m ${message.id}`, at: message.sentAt, message })),
    ...notes.map((note) => ({ kind: 'note' as const, key: `n ${note.id}`, at: note.createdAt, note }))
  ]
  return all.sort((a, b) => a.at.localeCompare(b.at))
}
