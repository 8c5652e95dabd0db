import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, jobStarted, operation } from '../../contract/base'
import { day } from '../analytics/analytics-scope'
import { destination } from '../renditions/renditions.contract'
import { sectionKind } from './report-sections'
import {
  agency, month, report, reportChange, reportFormat, reportGap, reportLanguage, reportNote, reportOptions, reportSummary, reportTemplate, reportTitle,
  sections
} from './reports.schema'

const one = clientScope.extend({ reportId: id })
const many = clientScope.extend({ ids: z.array(id).min(1).max(500) })
const agencyShown = agency.extend({ logoUrl: z.string().nullable() })
const templates = z.object({ templates: z.array(reportTemplate) })

/** A page as a picture that stays sharp at any size; `width` and `height` in points. */
export const previewPage = z.object({ url: z.string(), width: z.number(), height: z.number() })

export const madeFile = z.object({
  format: reportFormat,
  name: z.string(),
  /** Absolute; null until it is made, and where it failed. */
  path: z.string().nullable(),
  /** Signed address to fetch it by; null where it is not there. */
  url: z.string().nullable(),
  /** Pages or slides; sheets of a workbook; 1 for a table. */
  pages: z.int(),
  bytes: z.int(),
  /** Hex. */
  sha256: z.string().nullable(),
  notes: z.array(reportNote),
  /** What it shows, in its order. */
  sections: z.array(sectionKind),
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable()
})
export type MadeFile = z.infer<typeof madeFile>

/** A month, or days of one's own. */
const span = { month: month.optional(), from: day.optional(), to: day.optional() }
const formats = z.array(reportFormat).min(1).max(reportFormat.options.length)

export const reportsContract = {
  /** Newest days first. */
  list: clientOperation('query')
    .input(clientScope.extend({ trashed: z.boolean().default(false) }))
    .output(z.object({ reports: z.array(reportSummary) })),
  get: clientOperation('query', 'not-found.report').input(one).output(report),
  /** From a template, or from the client's own default. Without days it is about the last whole month. */
  create: clientOperation('command', 'validation.days', 'not-found.report-template', 'conflict.client-archived')
    .input(clientScope.extend({ templateId: id.optional(), title: reportTitle.default(''), language: reportLanguage.optional(), ...span }))
    .output(report),
  update: clientOperation('command', 'not-found.report', 'validation.days', 'conflict.report-frozen', 'conflict.client-archived')
    .input(one.extend({ change: reportChange }))
    .output(report),
  /** A draft with the same sections, drawn from the figures of now; other days and another language where they are given. */
  duplicate: clientOperation('command', 'not-found.report', 'validation.days', 'conflict.client-archived')
    .input(one.extend({ title: reportTitle.optional(), language: reportLanguage.optional(), ...span }))
    .output(report),
  trash: clientOperation('command', 'conflict.client-archived').input(many).output(done),
  restore: clientOperation('command', 'conflict.client-archived').input(many).output(done),
  /** Keeps its figures, pictures, template and PDF, so that it is the same next year. */
  freeze: clientOperation('command', 'not-found.report', 'conflict.report-frozen', 'internal.report', 'unavailable.report', 'conflict.client-archived')
    .input(one)
    .output(report),
  listTemplates: clientOperation('query').input(clientScope).output(templates),
  /** Without an id a new one. */
  saveTemplate: clientOperation('command', 'not-found.report-template', 'conflict.name-in-use', 'conflict.client-archived')
    .input(clientScope.extend({ templateId: id.optional(), name: z.string().trim().min(1).max(120), sections, options: reportOptions, isDefault: z.boolean().default(false) }))
    .output(reportTemplate),
  removeTemplate: clientOperation('command', 'not-found.report-template', 'conflict.client-archived').input(clientScope.extend({ templateId: id })).output(done),
  /** What the report lacks. Takes no long look: pages are not set for it. */
  gaps: clientOperation('query', 'not-found.report').input(one).output(z.object({ gaps: z.array(reportGap) })),
  /** The report as it would print, one picture a page. Costs about as much as making it; ask again when typing rests. */
  preview: clientOperation('query', 'not-found.report', 'internal.report', 'unavailable.report')
    .input(one)
    .output(
      z.object({
        pages: z.array(previewPage),
        notes: z.array(reportNote),
        gaps: z.array(reportGap),
        /** Page on which each section begins, by its id; 1 is the first. Sections that were left out are not here. */
        startsAt: z.record(z.string(), z.int()),
        /** How far below the top of that page, in points, its heading ends. */
        tops: z.record(z.string(), z.number())
      })
    ),
  /** Writes the report into a folder. */
  make: clientOperation('job', 'not-found.report', 'validation.destination', 'not-found.file-token')
    .input(
      one.extend({
        formats,
        destination: destination.default({ kind: 'default' }),
        /** Instead of client, days and language; endings are added where they are missing. */
        fileName: z.string().min(1).max(200).optional()
      })
    )
    .output(jobStarted),
  /** What a job of `make` or `makeAll` wrote. */
  made: clientOperation('query', 'not-found.job')
    .input(clientScope.extend({ jobId: id }))
    .output(z.object({ jobId: id, reportId: id, folder: z.string(), from: day, to: day, language: reportLanguage, files: z.array(madeFile), gaps: z.array(reportGap) })),
  /** What all clients lack for these days, asked before `makeAll`. A client that cannot be opened says so in its own line. */
  gapsOfAll: operation('query', 'validation.days')
    .input(z.object({ clientIds: z.array(id).max(1000).default([]), ...span }))
    .output(
      z.object({
        from: day,
        to: day,
        clients: z.array(
          z.object({
            clientId: id,
            name: z.string(),
            /** The report of these days that is there already. */
            report: reportSummary.nullable(),
            gaps: z.array(reportGap),
            error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable()
          })
        )
      })
    ),
  /**
   * The report of these days for every client (none named: all that are not archived), side by side. Where a client has none,
   * it is made from the client's default template. What fails for one client is in that client's line alone.
   */
  makeAll: operation('job', 'validation.days', 'validation.destination', 'not-found.file-token')
    .input(
      z.object({
        clientIds: z.array(id).max(1000).default([]),
        ...span,
        /** Null: the one that the client's own report or first language has. */
        language: reportLanguage.nullable().default(null),
        formats,
        destination: destination.default({ kind: 'default' })
      })
    )
    .output(
      z.object({
        runs: z.array(
          z.object({
            clientId: id,
            name: z.string(),
            jobId: id.nullable(),
            error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable()
          })
        )
      })
    ),
  getAgency: operation('query').output(agencyShown),
  putAgency: operation('host').input(agency).output(agencyShown),
  /** `fileToken` null takes the mark away. */
  setAgencyLogo: operation('host', 'not-found.file-token', 'unsupported.logo').input(z.object({ fileToken: z.string().nullable() })).output(agencyShown),
  /** When a report was frozen, and the files that were kept with their hashes. */
  kept: clientOperation('query', 'not-found.report')
    .input(one)
    .output(z.object({ frozenAt: instant.nullable(), files: z.array(z.object({ role: z.string(), path: z.string(), sha256: z.string(), bytes: z.int(), intact: z.boolean() })) }))
}
