import { applyTextFix, checkClashes, checkVariant, type Clash, type Finding, type LimitOverrides, type TextPatch, type VariantInput } from '../../../../shared/checks'
import { OWN_RULE } from '../../../../shared/checks/checks.types'
import type { CheckedVariant, PlanFinding } from '../../../../shared/features/checks/dry-run.contract'
import type { LimitOverride } from '../../../../shared/features/checks/overrides.contract'
import { isSettled } from '../../../../shared/features/posts/post-states'
import type { TemplatePart } from '../../../../shared/features/texts/texts.contract'
import type { Reader } from '../../context'
import { planPictures, type Outgoing, type OutgoingPictures } from '../hand-off'
import { listWantedUtm } from './campaign-utm.queries'
import { listAssetFacts, type AssetFacts } from './checked-media.queries'
import { listOverrides } from './overrides.repository'
import { listPostTemplates } from './post-templates.queries'
import { listSeen } from './seen.repository'
import { listSignatures } from './signatures.queries'

type Draft = Omit<PlanFinding, 'key' | 'seen'>

/** What tells findings of one rule apart: the other post, the part. */
const detailOf = ({ id, data }: Draft): string => (id.startsWith('clash.') ? String(data.instant) : id === 'text.locked' ? String(data.part) : '')
const keyOf = (draft: Draft): string => [draft.id, draft.field, draft.assetId ?? '', detailOf(draft)].join('|')

/** Approved, or further. */
const approved: ReadonlySet<string> = new Set(['approved', 'scheduled'])

const counted = ['hashtags', 'mentions', 'links', 'items', 'bytes', 'seconds'] as const

/** The limits that people of the client set for a network, as the rules take them. */
export function limitsFor(network: string, overrides: readonly LimitOverride[]): LimitOverrides {
  const own = overrides.filter((one) => one.network === network)
  const figures = Object.fromEntries(counted.flatMap((name) => own.filter(({ field }) => field === name).map(({ max }) => [name, max])))
  const text = Object.fromEntries(own.filter(({ field }) => !counted.some((name) => name === field)).map(({ field, max }) => [field, max]))
  return { ...figures, text }
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

/** A clash with the title of the other one, where it is known. */
export interface TitledClash extends Clash {
  title: string
}

function ofClash({ kind, assetId, otherAt, title }: TitledClash): Draft {
  const field = kind === 'same-asset' ? 'media' : kind === 'same-text' ? 'text' : 'time'
  return own({ id: `clash.${kind}`, severity: 'warning', field, assetId: assetId ?? null, data: { title, instant: otherAt } })
}

const gravity = { error: 0, warning: 1, note: 2 } as const

/** @param days within which the same text or picture on one channel is too soon */
export function clashesAmong(outgoing: readonly Outgoing[], days: number): TitledClash[] {
  const titles = new Map(outgoing.map(({ id, title, text }) => [id, title.trim() || text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)]))
  const entries = outgoing.flatMap(({ id, postId, channelId, text, media, planned, state }) =>
    planned && state !== 'missed' ? [{ variantId: id, postId, channelId, text, assetIds: media.map(({ assetId }) => assetId), plannedAt: planned.instant }] : []
  )
  return checkClashes(entries, { textDays: days, assetDays: days }).map((clash) => ({ ...clash, title: titles.get(clash.other) ?? '' }))
}

interface Judging {
  facts: Map<string, AssetFacts>
  utm: Map<string, string[]>
  overrides: LimitOverride[]
  templates: Map<string, TemplatePart[]>
  signatures: Map<string, string>
}

/** A variant as the rules take it. */
function inputOf(variant: Outgoing, { pictures }: OutgoingPictures, { facts, utm, overrides, templates, signatures }: Judging): VariantInput {
  const cut = new Map(pictures.flatMap(({ member: { source, draft } }) => (draft.byHand ? [[source.id, draft.frame.crop] as const] : [])))
  const media = variant.media.flatMap(({ assetId, altText, trashed }) => {
    const fact = trashed ? undefined : facts.get(assetId)
    return fact ? [{ ...fact, altText, crop: cut.get(assetId) ?? null }] : []
  })
  const { network, format, text, fields, firstComment, link, parts, planned } = variant
  const utmParameters = utm.get(variant.postId)
  return {
    network, format, text, fields, firstComment, link, media, limits: limitsFor(network, overrides), plannedAt: planned?.instant ?? null,
    plannedDay: planned?.date ?? null,
    parts: format === 'thread' ? parts : null, ...(utmParameters && { utmParameters }), template: templates.get(variant.postId) ?? [],
    signature: signatures.get(variant.id) ?? ''
  }
}

async function readJudging(reader: Reader, open: readonly Outgoing[]): Promise<Judging> {
  return {
    facts: await listAssetFacts(reader, open.flatMap(({ media }) => media.map(({ assetId }) => assetId))),
    utm: await listWantedUtm(reader, open.map(({ postId }) => postId)),
    overrides: await listOverrides(reader),
    templates: await listPostTemplates(reader, open.map(({ postId }) => postId)),
    signatures: await listSignatures(reader, open.map(({ id }) => id))
  }
}

const noPictures: OutgoingPictures = { pictures: [], videos: [], credits: [], problems: [] }

/** What every rule says of the variants, in their order. What is out, missed or archived is left out. */
export async function checkOutgoing(reader: Reader, outgoing: readonly Outgoing[], clashes: readonly TitledClash[], now: string): Promise<CheckedVariant[]> {
  const open = outgoing.filter(({ state }) => !isSettled(state))
  const judging = await readJudging(reader, open)
  const pictures = await planPictures(reader, open, now)
  const seen = await listSeen(reader, open.map(({ id }) => id))
  const clashing = new Map<string, TitledClash[]>()
  for (const one of clashes) clashing.set(one.variantId, [...(clashing.get(one.variantId) ?? []), one])
  return open.map((variant) => {
    const cut = pictures.get(variant.id) ?? noPictures
    const drafts = [
      ...checkVariant(inputOf(variant, cut, judging), now).map(ofRule),
      ...planFindings(variant, cut),
      ...(clashing.get(variant.id) ?? []).map(ofClash)
    ].sort((a, b) => gravity[a.severity] - gravity[b.severity])
    const known = seen.get(variant.id)
    const findings = drafts.map((draft) => ({ ...draft, key: keyOf(draft), seen: known?.has(keyOf(draft)) ?? false }))
    const title = variant.title.trim() || variant.text.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
    const { id, postId, network, channelName, format, state, planned } = variant
    return { variantId: id, postId, title, network, channelName, format, state, planned, findings }
  })
}

/** What the fix of a finding makes of the words; null where words alone do not mend it. */
export async function textFixOf(reader: Reader, variant: Outgoing, key: string, now: string): Promise<TextPatch | null> {
  const cut = (await planPictures(reader, [variant], now)).get(variant.id) ?? noPictures
  const input = inputOf(variant, cut, await readJudging(reader, [variant]))
  const finding = checkVariant(input, now).find((one) => keyOf(ofRule(one)) === key)
  const patch = finding?.fix ? applyTextFix(input, finding.fix) : {}
  return Object.keys(patch).length > 0 ? patch : null
}

export function totalsOf(variants: readonly CheckedVariant[]) {
  const all = variants.flatMap(({ findings }) => findings)
  const count = (severity: PlanFinding['severity']) => all.filter((one) => one.severity === severity && !one.seen).length
  return { variants: variants.length, errors: count('error'), warnings: count('warning'), notes: count('note'), seen: all.filter(({ seen }) => seen).length }
}
