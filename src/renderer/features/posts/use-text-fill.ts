import type { Variant } from '@shared/features/posts/posts.schema'
import { fillVariables, type VariableFacts } from '@shared/features/texts/variables'
import { useClientShell } from '../../app'
import { useComposerLists } from './composer-lists.store'

export function useVariableFacts(): (variant: Pick<Variant, 'channelId'> | undefined) => VariableFacts {
  const shell = useClientShell()
  const lists = useComposerLists()
  return (variant) => {
    const channel = variant && lists.channelOf(variant.channelId)
    return { client: { name: shell.current?.name ?? '' }, variables: lists.texts.variables, ...(channel && { channel }) }
  }
}

/** Fills the variables of a kept text, for a channel or for the post itself. */
export function useTextFill(): (words: string, variant: Pick<Variant, 'channelId'> | undefined) => string {
  const facts = useVariableFacts()
  return (words, variant) => fillVariables(words, facts(variant)).text
}
