import { z } from 'zod'
import data from './export-guides.json'

/** Text in the languages there are; English is always there. */
const words = z.record(z.string(), z.string()).refine((text) => text.en !== undefined)
const lines = z.record(z.string(), z.array(z.string())).refine((text) => text.en !== undefined)

/** An export that a network's own tool gives: what it is, how to fetch it, and how long its figures can be had. */
const exportGuide = z.object({
  id: z.string(),
  /** A network of the catalog, `google-ads` or `ga4`. */
  network: z.string(),
  title: words,
  tool: words,
  /** File formats that it comes as. */
  formats: z.array(z.string()),
  /** `days`: a row a day. `posts`: a row a post, the last day is that of the last post. `snapshot`: as of the export. */
  cover: z.enum(['days', 'posts', 'snapshot']),
  /** `channel`: expected of every channel of the network. `seen`: once one has come in. */
  expected: z.enum(['channel', 'seen']),
  /** Ways of a network that exclude each other: an account is a page or a profile. Empty: goes with any. */
  variant: z.string(),
  /** Days that the network takes until a day's figures are in the file. */
  delayDays: z.int(),
  /** How far back figures can be had; null where nothing is known. */
  keeps: z.object({ days: z.int().nullable(), text: words, source: z.string(), checkedOn: z.string(), verified: z.boolean() }).nullable(),
  steps: lines,
  /** False: the steps were not followed in the tool; its menus may say otherwise. */
  stepsVerified: z.boolean(),
  notes: z.array(words)
})
export type ExportGuide = z.infer<typeof exportGuide>

export const exportGuides: readonly ExportGuide[] = z.array(exportGuide).parse(data)

export const guidesOf = (network: string): ExportGuide[] => exportGuides.filter((guide) => guide.network === network)

export const findGuide = (id: string): ExportGuide | undefined => exportGuides.find((guide) => guide.id === id)

/** The guide that a file came by; a format that two networks share is told apart by the network. */
export const guideOf = (network: string, format: string): ExportGuide | undefined =>
  exportGuides.find((guide) => guide.network === network && guide.formats.includes(format))

/** The text in a language, or in English. */
export const inLanguage = <Text>(text: Readonly<Record<string, Text>>, language: string): Text => text[language] ?? text[language.split('-')[0] ?? ''] ?? (text.en as Text)
