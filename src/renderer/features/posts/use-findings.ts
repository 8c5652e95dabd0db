import { checkVariant, findingSentence, type Finding } from '@shared/checks'
import type { NetworkId } from '@shared/channels/catalog.schema'
import type { PlanFinding } from '@shared/features/checks/dry-run.contract'
import type { Variant } from '@shared/features/posts/posts.schema'
import { computed, type ComputedRef } from 'vue'
import { useFormats } from '../../app'
import { useText } from '../../ui'
import { findingWords, ruleFinding } from '../checks'
import type { TabCount } from './ChannelTabs.vue'
import { useComposerLists } from './composer-lists.store'
import type { EditTarget } from './post-edits.rules'
import type { Composer } from './use-composer'
import { useFixes, type OfferedFix } from './use-fixes'
import type { MediaAsset } from './use-media-assets'
import { usePlanFindings } from './use-plan-findings'
import { useSettled } from './use-settled'
import { useSignature } from './use-signature'
import { variantInput } from './variant-input.rules'

/** A finding as the panel shows it. */
export interface ShownFinding {
  id: string
  code: string
  severity: Finding['severity']
  text: string
  /** Channels that it is said of; several where the same is said of each. */
  channels: readonly { network: NetworkId; name: string }[]
  source: string
  sourceDate: string
  overridden: boolean
  /** When the client's own limit was set; empty where none is. */
  overriddenAt: string
  /** What needs no fix, since the export sees to it. */
  note: string
  fixes: readonly OfferedFix[]
}

export interface Findings {
  /** Of the open tab; on the post itself, of all its channels. */
  shown: ComputedRef<readonly ShownFinding[]>
  counts: ComputedRef<ReadonlyMap<EditTarget, TabCount>>
}

const sameFixes = (one: ShownFinding, other: ShownFinding): boolean => one.fixes.map(({ id }) => id).join() === other.fixes.map(({ id }) => id).join()

/** What is said of several channels in the same words is said once, and mended on all of them by one press. */
function merged(list: readonly ShownFinding[]): ShownFinding[] {
  const kept: ShownFinding[] = []
  for (const finding of list) {
    const at = kept.findIndex((one) => one.code === finding.code && one.severity === finding.severity && one.text === finding.text && one.source === finding.source && sameFixes(one, finding))
    const same = kept[at]
    if (!same) kept.push(finding)
    else kept[at] = { ...same, channels: [...same.channels, ...finding.channels], fixes: same.fixes.map((fix, index) => both(fix, finding.fixes[index])) }
  }
  return kept
}

const both = (one: OfferedFix, other: OfferedFix | undefined): OfferedFix => ({
  ...one,
  run: async () => {
    await one.run()
    await other?.run()
  }
})

interface FoundOn {
  variant: Variant
  list: readonly Finding[]
  ofPlan: readonly PlanFinding[]
}

function countsOf(found: readonly FoundOn[]): ReadonlyMap<EditTarget, TabCount> {
  return new Map(
    found.map(({ variant, list, ofPlan }) => {
      const of = (severity: Finding['severity']): number => [...list, ...ofPlan].filter((finding) => finding.severity === severity).length
      return [variant.id, { errors: of('error'), warnings: of('warning') }]
    })
  )
}

/** What the networks would refuse of the post as it is on screen, once the typing pauses. */
export function useFindings(composer: Composer, assets: ReadonlyMap<string, MediaAsset>): Findings {
  const { t } = useText()
  const formats = useFormats()
  const lists = useComposerLists()
  const fixes = useFixes(composer, assets)
  const settled = useSettled(composer.post, 150)
  const plan = usePlanFindings(composer)
  const signatureOf = useSignature()

  const found = computed<FoundOn[]>(() => {
    const post = settled.value
    const now = new Date().toISOString()
    return (post?.variants ?? []).map((variant) => ({
      variant,
      list: post ? checkVariant(variantInput(post, variant, assets, lists, signatureOf(variant)), now) : [],
      ofPlan: plan.get(variant.id) ?? []
    }))
  })

  /** Which picture it is about, where there are several. */
  function named({ assetId }: Finding, sentence: string): string {
    const all = [settled.value?.media ?? [], ...(settled.value?.variants ?? []).map(({ media }) => media ?? [])].flat()
    const picture = all.find((media) => media.assetId === assetId)
    return picture && new Set(all.map((media) => media.assetId)).size > 1 ? t('composer.findings.of', { name: picture.asset.title || picture.asset.fileName, sentence }) : sentence
  }

  function show(variant: Variant, finding: Finding, index: number): ShownFinding {
    const override = finding.overridden ? lists.overrides.find((one) => one.network === variant.network) : undefined
    const { fix } = finding
    return {
      id: `${variant.id}:${finding.id}:${index}`,
      code: finding.id,
      severity: finding.severity,
      text: named(finding, findingSentence(t, finding, formats.value)),
      channels: [{ network: variant.network, name: lists.channelOf(variant.channelId)?.name ?? '' }],
      source: finding.source,
      sourceDate: finding.sourceDate,
      overridden: finding.overridden ?? false,
      overriddenAt: override?.setAt ?? '',
      note: finding.severity === 'note' && (fix?.kind === 'convert' || fix?.kind === 'resize') ? t('composer.findings.exportConverts') : '',
      fixes: fixes.offer(variant, finding)
    }
  }

  function showPlan(variant: Variant, finding: PlanFinding): ShownFinding {
    const rule = ruleFinding(finding)
    const { key, id, severity, source, sourceDate } = finding
    return {
      id: `${variant.id}:${key}`, code: id, severity, source, sourceDate,
      text: findingWords(finding, t, formats.value),
      channels: [{ network: variant.network, name: lists.channelOf(variant.channelId)?.name ?? '' }],
      overridden: false, overriddenAt: '', note: '',
      fixes: rule ? fixes.offer(variant, rule) : []
    }
  }

  const shown = computed(() => {
    const { tab } = composer
    const wanted = found.value.filter(({ variant }) => tab.value === 'post' || variant.id === tab.value)
    return merged(
      wanted.flatMap(({ variant, list, ofPlan }) => [...list.map((finding, index) => show(variant, finding, index)), ...ofPlan.map((finding) => showPlan(variant, finding))])
    )
  })
  const counts = computed(() => countsOf(found.value))
  return { shown, counts }
}
