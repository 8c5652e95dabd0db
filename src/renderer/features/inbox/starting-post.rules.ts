import { postAddresses } from '@shared/features/hand-off/permalink'

/** Whose posts come first: those where a conversation is, or those of a network and one of its channels. */
export type PostsAbout = { conversationId: string } | { network: string; channelId?: string }

export const looksLikeAddress = (text: string): boolean => postAddresses(text).length > 0
