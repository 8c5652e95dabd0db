import { findingIds, findingSentence, fixLabel, type Finding, type Fix } from '@shared/checks'
import type { PlanFinding } from '@shared/features/checks/dry-run.contract'
import { hasMessage, type Formats, type Translator } from '@shared/i18n'
import type { Tone } from '../../ui'

const isRule = (id: PlanFinding['id']): id is Finding['id'] => (findingIds as readonly string[]).includes(id)

/** A finding of the rules of networks, as they have it; undefined for one of the plan. */
export function ruleFinding({ id, assetId, fix, ...finding }: PlanFinding): Finding | undefined {
  if (!isRule(id)) return undefined
  // The core hands fixes on as the rules made them.
  return { ...finding, id, ...(assetId !== null && { assetId }), ...(fix && { fix: fix as unknown as Fix }) }
}

/** A finding in one short sentence. */
export function findingWords(finding: PlanFinding, t: Translator, formats: Formats): string {
  const rule = ruleFinding(finding)
  if (rule) return findingSentence(t, rule, formats)
  const { id, data } = finding
  const date = typeof data.instant === 'string' ? formats.date(data.instant) : ''
  const title = String(data.title ?? '') || t('checkMonth.untitled')
  switch (id) {
    case 'clash.same-text':
    case 'clash.same-hour':
    case 'clash.same-asset':
      return t(`checkMonth.${id}`, { date, title })
    case 'asset.trashed':
      return t('checkMonth.asset.trashed', { n: Number(data.n ?? 1) })
    case 'asset.enlarged':
      return t('checkMonth.asset.enlarged', { file: String(data.file ?? ''), factor: formats.number(Number(data.factor ?? 1), { maximumFractionDigits: 1 }) })
    default: {
      const state = `handOff.state.${String(data.state)}`
      return t('checkMonth.state.not-approved', { state: hasMessage(state) ? t(state) : String(data.state) })
    }
  }
}

/** Fixes that change words, and so can be made from the list; the others lead to where they are made. */
const ofWords: ReadonlySet<string> = new Set(['hashtags-to-first-comment', 'shorten', 'split-thread', 'remove-link', 'use-https', 'move-to-field', 'add-credit', 'add-signature'])
/** Fixes that are made where the picture or video is looked at. */
const ofAssets: ReadonlySet<string> = new Set(['edit-rights', 'read-video'])
export const leadsToAsset = ({ fix, assetId }: PlanFinding): boolean => fix !== null && assetId !== null && ofAssets.has(fix.kind)
export const mendsWords = ({ fix }: PlanFinding): boolean => fix !== null && ofWords.has(fix.kind)

/** Fixes that a person makes on the post itself, where its words and fields are. */
const ofPosts: ReadonlySet<string> = new Set(['add-alt-text', 'reschedule', 'change-format', 'restore-part', 'add-utm'])
export const leadsToPost = ({ fix }: PlanFinding): boolean => fix !== null && ofPosts.has(fix.kind)

/** Where the post is opened for a finding: on its channel, and at what is asked for where that is one field. */
export function postQuery(variantId: string, { fix, assetId }: PlanFinding): Record<string, string> {
  const ask: Record<string, string> = fix?.kind === 'reschedule' ? { ask: 'time' } : fix?.kind === 'add-alt-text' && assetId !== null ? { ask: 'alt', of: assetId } : {}
  return { channel: variantId, ...ask }
}

/** What a fix does, where it can be made at once or leads to where it is made. */
export function fixWords(finding: PlanFinding, t: Translator): string | undefined {
  const rule = ruleFinding(finding)
  if (!rule?.fix || !(mendsWords(finding) || leadsToAsset(finding) || leadsToPost(finding) || rule.fix.kind === 'crop')) return undefined
  return fixLabel(t, rule)
}

export const severityTone: Readonly<Record<PlanFinding['severity'], Tone>> = { error: 'danger', warning: 'warn', note: 'neutral' }
