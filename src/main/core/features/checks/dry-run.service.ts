import { checkVariant } from '../../../../shared/checks/check-variant'
import { OWN_RULE, type Finding, type LimitOverrides } from '../../../../shared/checks/checks.types'
import { findClashes, type Clash } from '../../../../shared/features/checks/clashes'
import type { CheckedVariant, PlanFinding } from '../../../../shared/features/checks/dry-run.contract'
import { HASHTAGS_FIELD } from '../../../../shared/features/checks/overridable-limits'
import type { LimitOverride } from '../../../../shared/features/checks/overrides.contract'
import { isSettled } from '../../../../shared/features/posts/post-states'
import type { Reader } from '../../context'
import { planPictures, type Outgoing, type OutgoingPictures } from '../hand-off'
import { listWantedUtm } from './campaign-utm.queries'
import { listAssetFacts } from './checked-media.queries'
import { listOverrides } from './overrides.repository'
import { listSeen } from './seen.repository'

type Draft = Omit<PlanFinding, 'key' | 'seen'>

const keyOf = ({ id, field, assetId, data }: Draft): string => [id, field, assetId ?? '', id.startsWith('clash.') ? String(data.instant) : ''].join('|')

/** Approved, or further. */
const approved: ReadonlySet<string> = new Set(['approved', 'scheduled'])

export function limitsFor(network: string, overrides: readonly LimitOverride[]): LimitOverrides {
  const own = overrides.filter((one) => one.network === network)
  const hashtags = own.find(({ field }) => field === HASHTAGS_FIELD)
  const text = Object.fromEntries(own.filter(({ field }) => field !== HASHTAGS_FIELD).map(({ field, max }) => [field, max]))
  return { text, ...(hashtags && { hashtags: hashtags.max }) }
}

const ofRule = ({ assetId, overridden, fix, data, ...finding }: Finding): Draft => ({
  ...finding,
  data: { ...data },
  assetId: assetId ?? null,
  overridden: overridden ?? false,
  fix: fix ? { ...fix } : null
})

const own = (finding: Pick<Draft, 'id' | 'severity' | 'field' | 'data'> & { assetId?: string | null }): Draft => ({
  assetId: null, ...OWN_RULE, overridden: false, fix: null, ...finding
})

/** What only the library and the plan know: pictures in the trash or too small, and approval. */
function planFindings({ media, state, planned }: Outgoing, { pictures }: OutgoingPictures): Draft[] {
  const trashed = media.filter((one) => one.trashed)
  const enlarged = pictures.flatMap(({ member: { source, draft } }) => {
    const risk = draft.risks.find(({ kind, severity }) => kind === 'upscale' && severity === 'warn')
    return risk ? [own({ id: 'asset.enlarged', severity: 'warning', field: 'media', assetId: source.id, data: { file: source.fileName, factor: Number(risk.data.factor ?? 0) } })] : []
  })
  return [
    ...(trashed.length > 0 ? [own({ id: 'asset.trashed', severity: 'error', field: 'media', assetId: trashed[0]?.assetId ?? null, data: { n: trashed.length } })] : []),
    ...enlarged,
    ...(planned && !approved.has(state) ? [own({ id: 'state.not-approved', severity: 'warning', field: 'state', data: { state } })] : [])
  ]
}

const ofClash = ({ kind, assetId, data }: Clash): Draft =>
  own({ id: kind, severity: 'warning', field: kind === 'clash.asset' ? 'media' : kind === 'clash.text' ? 'text' : 'time', assetId, data: { ...data } })

const gravity = { error: 0, warning: 1, note: 2 } as const

export function clashesAmong(outgoing: readonly Outgoing[], days: number): Clash[] {
  const inputs = outgoing.flatMap(({ id, postId, channelId, title, text, media, planned, state }) =>
    planned && state !== 'missed' ? [{ variantId: id, postId, channelId, title: title || text.slice(0, 60), text, assetIds: media.map(({ assetId }) => assetId), instant: planned.instant }] : []
  )
  return findClashes(inputs, days)
}

/** What every rule says of the variants, in their order. What is out, missed or archived is left out. */
export async function checkOutgoing(reader: Reader, outgoing: readonly Outgoing[], clashes: readonly Clash[], now: string): Promise<CheckedVariant[]> {
  const open = outgoing.filter(({ state }) => !isSettled(state))
  const facts = await listAssetFacts(reader, open.flatMap(({ media }) => media.map(({ assetId }) => assetId)))
  const utm = await listWantedUtm(reader, open.map(({ postId }) => postId))
  const pictures = await planPictures(reader, open)
  const overrides = await listOverrides(reader)
  const seen = await listSeen(reader, open.map(({ id }) => id))
  return open.map((variant) => {
    const media = variant.media.flatMap(({ assetId, altText, trashed }) => {
      const fact = trashed ? undefined : facts.get(assetId)
      return fact ? [{ ...fact, altText }] : []
    })
    const { network, format, text, fields, firstComment, link, parts, planned } = variant
    const utmParameters = utm.get(variant.postId)
    const input = { network, format, text, fields, firstComment, link, media, parts, plannedAt: planned?.instant ?? null, limits: limitsFor(network, overrides), ...(utmParameters && { utmParameters }) }
    const drafts = [
      ...checkVariant(input, now).map(ofRule),
      ...planFindings(variant, pictures.get(variant.id) ?? { pictures: [], problems: [] }),
      ...clashes.filter(({ variantId }) => variantId === variant.id).map(ofClash)
    ].sort((a, b) => gravity[a.severity] - gravity[b.severity])
    const known = seen.get(variant.id)
    const findings = drafts.map((draft) => ({ ...draft, key: keyOf(draft), seen: known?.has(keyOf(draft)) ?? false }))
    const title = variant.title.trim() || text.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
    return { variantId: variant.id, postId: variant.postId, title, network, channelName: variant.channelName, format, state: variant.state, planned, findings }
  })
}

export function totalsOf(variants: readonly CheckedVariant[]) {
  const all = variants.flatMap(({ findings }) => findings)
  const count = (severity: PlanFinding['severity']) => all.filter((one) => one.severity === severity && !one.seen).length
  return { variants: variants.length, errors: count('error'), warnings: count('warning'), notes: count('note'), seen: all.filter(({ seen }) => seen).length }
}
