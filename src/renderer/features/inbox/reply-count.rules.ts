import type { ConversationKind } from '@shared/features/inbox/inbox.schema'
import { findNetworkNamed, findTextField } from '@shared/text'
import { commentFieldOf, fieldCount } from '../posts'

const MESSAGE_FIELDS = ['message.text', 'message', 'dm'] as const

/** How long a reply is by the rule of its network; undefined where the network says nothing of such texts. */
export function replyCount(network: string, kind: ConversationKind, text: string): ReturnType<typeof fieldCount> | undefined {
  const known = findNetworkNamed(network)?.id
  if (known === undefined || known !== network) return undefined
  const field = kind === 'message' ? MESSAGE_FIELDS.find((name) => findTextField(known, name)?.field === name) : kind === 'review' ? undefined : commentFieldOf(known)
  return field === undefined ? undefined : fieldCount({ network: known, field, text })
}
