import { z } from 'zod'
import { id, instant } from '../../contract/base'
import { compareTo, day } from '../analytics/analytics-scope'
import { hexColor } from '../clients/clients.contract'
import { LONGEST_TEXT, reportSection } from './report-sections'

/** Languages that a report can be written in, whatever the language of the app. */
export const reportLanguages = ['en', 'nb', 'it', 'nl'] as const
export const reportLanguage = z.enum(reportLanguages)
export type ReportLanguage = z.infer<typeof reportLanguage>

/** `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

export const reportOptions = z.object({
  paper: z.enum(['a4', 'letter']).default('a4'),
  /** PDF/A-2a, made to be kept. A file can claim one standard only, so that it does not claim PDF/UA-1; it is tagged all the same. */
  archive: z.boolean().default(false),
  /** The mark, the color and the address of the agency. */
  agencyMark: z.boolean().default(true),
  /** The mark of the client. */
  clientMark: z.boolean().default(true),
  /** The color of headings and of the cover. */
  color: z.enum(['client', 'agency', 'neutral']).default('client'),
  /** A list of sections after the cover. */
  contents: z.boolean().default(true),
  /** None: all channels of the client. */
  channelIds: z.array(id).max(100).default([])
})
export type ReportOptions = z.infer<typeof reportOptions>

export const sections = z
  .array(reportSection)
  .max(60)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'two sections with one id')
export const reportTitle = z.string().max(200)

const summary = {
  id,
  /** Empty: named by the client and the days. */
  title: z.string(),
  from: day,
  to: day,
  language: reportLanguage,
  /** Null: a draft, drawn from the figures of now. Frozen reports do not change any more: a copy is made of them. */
  frozenAt: instant.nullable(),
  trashedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant
}
export const reportSummary = z.object(summary)
export type ReportSummary = z.infer<typeof reportSummary>

export const report = z.object({ ...summary, compare: compareTo, sections: z.array(reportSection), options: reportOptions })
export type Report = z.infer<typeof report>

export const reportTemplate = z.object({
  /** Of a built-in one its name: `monthly`, `short`, `quarterly`, `campaign`, `ads`. */
  id,
  /** Empty for a built-in one, whose name is `reports.template.<id>`. */
  name: z.string(),
  builtIn: z.boolean(),
  isDefault: z.boolean(),
  sections: z.array(reportSection),
  options: reportOptions
})
export type ReportTemplate = z.infer<typeof reportTemplate>

export const reportFormat = z.enum(['pdf', 'xlsx', 'csv', 'pptx'])
export type ReportFormat = z.infer<typeof reportFormat>

/**
 * What a report lacks, said before it is made. Sentences in `reports.gap.*`, filled from `data`.
 * `no-figures`: none at all in these days; `channel`: a channel without; `days`: a channel whose figures end early or begin late;
 * `matches`: doubtful pairs to confirm; `questions`: files that wait for an answer; `comparison`: nothing to compare with;
 * `empty-section`: a section that is on and has nothing to say, so that it is left out.
 */
export const reportGap = z.object({
  kind: z.enum(['no-figures', 'channel', 'days', 'matches', 'questions', 'comparison', 'empty-section']),
  data: z.record(z.string(), z.union([z.string(), z.number()]))
})
export type ReportGap = z.infer<typeof reportGap>

/**
 * What a person should know of a file that was made. Sentences in `reports.note.*`.
 * `signs`: signs that no font has, so that the file does not claim PDF/UA-1; `archive`: it claims PDF/A-2a and so not PDF/UA-1;
 * `no-archive`: PDF/A was asked and could not be claimed; `pictures`: so many could not be read; `frozen-copy`: the kept file.
 */
export const reportNote = z.object({ kind: z.enum(['signs', 'archive', 'no-archive', 'pictures', 'frozen-copy']), count: z.int() })
export type ReportNote = z.infer<typeof reportNote>

/** The mark of whoever makes the reports; the same for all clients. */
export const agency = z.object({
  name: z.string().max(120),
  color: hexColor.nullable(),
  /** Lines below the name on the last page: address, telephone, e-mail. */
  contact: z.string().max(1000)
})
export type Agency = z.infer<typeof agency>

/** What can be changed of a report. */
export const reportChange = z.object({
  title: reportTitle.optional(),
  from: day.optional(),
  to: day.optional(),
  compare: compareTo.optional(),
  language: reportLanguage.optional(),
  sections: sections.optional(),
  options: reportOptions.partial().optional(),
  /** One section alone: what typing sends, so that a sentence is one step to undo. */
  section: z
    .object({ id, title: reportTitle.optional(), text: z.string().max(LONGEST_TEXT).optional(), on: z.boolean().optional(), options: reportSection.shape.options.optional() })
    .optional()
})
export type ReportChange = z.infer<typeof reportChange>
