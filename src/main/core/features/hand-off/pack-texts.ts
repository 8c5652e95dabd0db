import type { OutgoingField } from '../../../../shared/features/hand-off/hand-off.contract'
import { legalName } from '../../../../shared/naming'
import type { PackEntry } from './pack-item'

interface TextFile {
  name: string
  text: string
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

function fileOf({ kind, name, n, value }: OutgoingField): TextFile[] {
  switch (kind) {
    case 'title':
      return [{ name: 'title.txt', text: value }]
    case 'text':
      return [{ name: 'caption.txt', text: value }]
    case 'part':
      return [{ name: `part-${twoDigits(n)}.txt`, text: value }]
    case 'link':
      return [{ name: 'link.txt', text: value }]
    case 'first-comment':
      return [{ name: 'first-comment.txt', text: value }]
    case 'field':
      return [{ name: legalName(`field-${name}`, { extension: '.txt', maxBytes: 80 }), text: value }]
    case 'alt':
      return []
  }
}

/** Alternative texts in one file, each under the number of its picture. */
function altTexts(fields: readonly OutgoingField[]): TextFile[] {
  const texts = fields.filter(({ kind }) => kind === 'alt')
  if (texts.length === 0) return []
  return [{ name: 'alt-texts.txt', text: texts.map(({ n, value }) => `${twoDigits(n)}\n${value}`).join('\n\n') }]
}

const creditLines = ({ credits }: PackEntry): TextFile[] => (credits.length === 0 ? [] : [{ name: 'credits.txt', text: credits.join('\n') }])

/** The same facts for a program. */
function asDocument(entry: PackEntry, pictures: readonly { file: string; altText: string }[]): TextFile {
  const { network, channelName, handle, format, title, planned, fields, problems, credits, postId, variantId } = entry
  const document = {
    schema: 'greenroom-post/1',
    postId, variantId, title, network,
    channel: { name: channelName, handle },
    format, planned,
    fields: fields.map(({ kind, name, n, value }) => ({ kind, ...(name && { name }), ...(n > 0 && { n }), value })),
    pictures, credits, problems
  }
  return { name: 'post.json', text: `${JSON.stringify(document, null, 2)}\n` }
}

/** The text files of one post of a pack, in posting order. Texts are written as they are, to the letter. */
export function textFiles(entry: PackEntry, pictures: readonly { file: string; altText: string }[]): TextFile[] {
  return [...entry.fields.flatMap(fileOf), ...altTexts(entry.fields), ...creditLines(entry), asDocument(entry, pictures)]
}
