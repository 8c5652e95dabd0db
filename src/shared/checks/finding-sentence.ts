import { createFormats, hasMessage, type Formats, type MessageKey, type Translator } from '../i18n'
import type { Finding } from './checks.types'

const NAMED_FIELDS: readonly string[] = ['firstComment', 'title', 'description', 'tags', 'topicTag', 'contentWarning']

function keyOf({ id, data }: Finding): MessageKey {
  const detail = id === 'media.kind' ? data.kind : id === 'media.missing' || id === 'text.missing' ? data.part : undefined
  const key = id === 'media.ratio' && data.min === data.max ? 'checks.media.ratio.one' : detail === undefined ? `checks.${id}` : `checks.${id}.${detail}`
  return hasMessage(key) ? key : 'checks.title'
}

/** Figures as people write them: bytes with a unit, lengths of time, thousands set apart. */
function valuesOf({ id, data }: Finding, t: Translator, formats: Formats): Record<string, string | number> {
  const isFileSize = id === 'media.bytes' || id === 'media.bytes-advised'
  const isTime = id === 'video.too-long' || id === 'video.too-short'
  const say = (value: number): string => (isFileSize ? formats.bytes(value) : isTime ? formats.duration(value) : formats.number(value))
  const values = Object.entries(data).map(([name, value]) => {
    // The plural goes by `n`, so it stays a number.
    if (typeof value === 'string' && name === 'day' && value !== '') return [name, formats.date(value)] as const
    if (typeof value === 'string' || name === 'n') return [name, value] as const
    return [name, say(value)] as const
  })
  const unitKey = `count.unit.${data.unit}`
  const unit = data.unit !== undefined && hasMessage(unitKey) ? t(unitKey, { n: Number(data.limit) }) : t('count.unit.utf16', { n: 2 })
  const kindKey = `checks.kind.${data.kind}`
  const what = t(hasMessage(kindKey) ? kindKey : 'checks.kind.picture')
  return { ...Object.fromEntries(values), unit, what }
}

function placed(finding: Finding, sentence: string, t: Translator): string {
  const part = /^part:(?<n>\d+)$/u.exec(finding.field)
  if (part) return t('checks.field.part', { n: Number(part.groups?.n), sentence })
  if (finding.id === 'field.missing' || finding.id === 'comment.unsupported' || !NAMED_FIELDS.includes(finding.field)) return sentence
  const key = `checks.field.${finding.field}`
  return hasMessage(key) ? t('checks.field.named', { field: t(key), sentence }) : sentence
}

const plain = createFormats('en-US')

/** A finding in one short sentence: `9 hashtags, limit 5`, `Picture is 1:2; taken is 4:5 to 1.91:1`. */
export function findingSentence(t: Translator, finding: Finding, formats: Formats = plain): string {
  const sentence = placed(finding, t(keyOf(finding), valuesOf(finding, t, formats)), t)
  return finding.overridden && finding.severity === 'note' ? t('checks.overridden.note', { sentence }) : sentence
}

/** What the button of a fix says, or undefined where there is none. */
export function fixLabel(t: Translator, { fix }: Pick<Finding, 'fix'>): string | undefined {
  return fix ? t(`checks.fix.${fix.kind}`) : undefined
}
