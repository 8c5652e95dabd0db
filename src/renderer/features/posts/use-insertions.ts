import { BookUser, Braces, Hash, LayoutTemplate, PenLine, TextQuote } from '@lucide/vue'
import type { VariableFacts } from '@shared/features/texts/variables'
import { templateText } from '@shared/features/texts/templates'
import { computed } from 'vue'
import { useText } from '../../ui'
import { matching, type CaretWord } from './caret-word.rules'
import { useComposerLists } from './composer-lists.store'
import type { Completion } from './completion.types'
import { fittingTags, hashtagLimit, mentionsOf } from './insertions.rules'
import { effective } from './post-edits.rules'
import { useComposer } from './use-composer'
import { useSignature } from './use-signature'
import { useTextFill, useVariableFacts } from './use-text-fill'

function variableEntries({ client, channel, variables }: VariableFacts, group: string): Completion[] {
  const always = [{ name: 'client', value: client.name }, ...(channel ? [{ name: 'handle', value: channel.handle }, { name: 'link', value: channel.link }] : [])]
  const named = [...always, ...variables].filter(({ value }) => value !== '')
  return named.map(({ name, value }) => ({ id: `variable:${name}`, label: name, detail: value.slice(0, 60), group, icon: Braces, insert: value }))
}

/** What can be put into a text of the open tab: people, snippets, hashtag sets, variables, templates, the signature. */
export function useInsertions() {
  const { t } = useText()
  const lists = useComposerLists()
  const composer = useComposer()

  const channel = computed(() => (composer.variant.value ? lists.channelOf(composer.variant.value.channelId) : undefined))
  const network = computed(() => composer.variant.value?.network)
  const text = computed(() => (composer.post.value ? effective(composer.post.value, composer.variant.value, 'text') : ''))
  const factsFor = useVariableFacts()
  const fill = useTextFill()
  const signatureOf = useSignature()
  const facts = computed<VariableFacts>(() => factsFor(composer.variant.value))
  const filled = (words: string): string => fill(words, composer.variant.value)
  const fits = (entry: { network: string | null }): boolean => entry.network === null || network.value === undefined || entry.network === network.value

  const people = computed<Completion[]>(() => {
    const all = composer.post.value?.variants.map((variant) => variant.network) ?? []
    // A post without channels yet: whatever people are called anywhere.
    const known = all.length > 0 ? all : lists.texts.people.flatMap(({ handles }) => handles.map((entry) => entry.network))
    const wanted = network.value ? [network.value] : [...new Set(known)]
    const several = wanted.length > 1
    return mentionsOf(lists.texts.people, wanted).map((mention) => ({
      id: mention.id,
      label: mention.name,
      detail: several ? `${mention.text} · ${t(`ui.network.${mention.network}`)}` : mention.text,
      group: t('composer.insert.people'),
      icon: BookUser,
      insert: `${mention.text} `
    }))
  })
  function tagEntry(id: string, label: string, tags: readonly string[]): Completion {
    const words = fittingTags(tags.map((tag) => `#${tag.replace(/^#/, '')}`), text.value, hashtagLimit(network.value), network.value)
    const detail = t('composer.insert.tagsFit', { n: words.length, total: tags.length })
    return { id, label, detail, group: t('composer.insert.hashtags'), icon: Hash, insert: words.join(' ') }
  }
  const hashtags = computed<Completion[]>(() => [
    ...(channel.value && channel.value.defaultHashtags.length > 0 ? [tagEntry('tags:default', t('composer.insert.channelTags'), channel.value.defaultHashtags)] : []),
    ...lists.texts.hashtagSets.filter(fits).map((set) => tagEntry(`tags:${set.id}`, set.name, set.tags))
  ])
  const snippets = computed<Completion[]>(() =>
    lists.texts.snippets.filter(fits).map((snippet) => ({ id: `snippet:${snippet.id}`, label: snippet.name, detail: snippet.text.slice(0, 60), group: t('composer.insert.snippets'), icon: TextQuote, insert: filled(snippet.text) }))
  )
  const signatures = computed<Completion[]>(() => {
    const words = composer.variant.value ? signatureOf(composer.variant.value) : ''
    return words === '' ? [] : [{ id: 'signature', label: t('composer.insert.signature'), detail: words.slice(0, 60), group: t('composer.insert.snippets'), icon: PenLine, insert: words }]
  })
  /** The post keeps to the template's locked parts; where it is put into one of several channels, the others do not have them. */
  function writeFrom(templateId: string): void {
    if (composer.variant.value === undefined || composer.post.value?.variants.length === 1) composer.edit('post', 'templateId', templateId)
  }
  const templates = computed<Completion[]>(() =>
    lists.texts.templates.map(({ id, name, parts }) => ({ id: `template:${id}`, label: name, group: t('composer.insert.templates'), icon: LayoutTemplate, insert: filled(templateText(parts)), run: () => writeFrom(id) }))
  )
  const variables = computed(() => variableEntries(facts.value, t('composer.insert.variables')))

  const all = computed(() => [...signatures.value, ...snippets.value, ...hashtags.value, ...templates.value, ...variables.value, ...people.value])
  const wordsOf = (completion: Completion): string => completion.label

  function complete({ trigger, query }: CaretWord): Completion[] {
    if (trigger === '@') return matching(people.value, query, (person) => `${person.label} ${person.insert ?? ''}`)
    // After a blank in the query the person writes on; a slash was only a slash.
    return query.includes('  ') ? [] : matching(all.value, query, wordsOf)
  }

  return { all, complete, find: (query: string) => matching(all.value, query, wordsOf) }
}
