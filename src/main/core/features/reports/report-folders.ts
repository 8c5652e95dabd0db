import { join } from 'node:path'
import type { WorkspaceFolders } from '../../workspaces/workspaces.types'

/** What a frozen report keeps. */
export const keptFolder = ({ reports }: WorkspaceFolders, reportId: string): string => join(reports, reportId)
/** Pages to look at, with the pictures beside them; made again whenever they are missing. */
export const previewFolder = ({ reports }: WorkspaceFolders, reportId: string): string => join(reports, `.preview-${reportId}`)
/** Half of a frozen report. */
export const freezingFolder = ({ reports }: WorkspaceFolders, reportId: string): string => join(reports, `.freeze-${reportId}`)
/** Pictures of a report wait here while its files are made. */
export const makingFolder = ({ reports }: WorkspaceFolders, jobId: string): string => join(reports, `.report-${jobId}`)

export const KEPT_DATA = 'data.json'
export const KEPT_PDF = 'report.pdf'
export const KEPT_TEMPLATE = 'template'
