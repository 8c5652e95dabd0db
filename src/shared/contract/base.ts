import { oc } from '@orpc/contract'
import { z } from 'zod'
import { categoryOf, errorCategories, errorData, type ErrorCode } from '../errors/codes'

/**
 * What an operation is. A query reads on the read-only connection; a command is one short write transaction;
 * a job stores rows and answers with a job id; a stream answers with events until it is closed; a host operation asks
 * the machine around the app (dialogs, folders) and touches no client data.
 */
export type OperationKind = 'query' | 'command' | 'job' | 'stream' | 'host'
export interface OperationMeta {
  kind: OperationKind
}

const base = oc.$meta<OperationMeta>({ kind: 'query' })

type ErrorMapOf<Code extends ErrorCode> = {
  [K in Code]: { status: number; data: (typeof errorData)[K] }
}

/** The errors that any operation may answer with. */
const everywhere = ['internal.unexpected', 'validation.input'] as const
/** The errors of opening a client's workspace, which every operation inside one may answer with. */
const ofWorkspace = [
  'not-found.client',
  'conflict.workspace-locked',
  'conflict.newer-workspace',
  'conflict.not-a-workspace',
  'corrupt.workspace',
  'unavailable.disk'
] as const

function errorMap<Code extends ErrorCode>(codes: readonly Code[]): ErrorMapOf<Code> {
  return Object.fromEntries(
    codes.map((code) => [code, { status: errorCategories[categoryOf(code)].status, data: errorData[code] }])
  ) as unknown as ErrorMapOf<Code>
}

/** An operation on the app as a whole: the list of clients, settings, the host. */
export function operation<Code extends ErrorCode = never>(kind: OperationKind, ...codes: Code[]) {
  return base.meta({ kind }).errors(errorMap<Code | (typeof everywhere)[number]>([...everywhere, ...codes]))
}

/** An operation inside one client's workspace; its input carries `clientId`. */
export function clientOperation<Code extends ErrorCode = never>(kind: OperationKind, ...codes: Code[]) {
  const all = [...everywhere, ...ofWorkspace, ...codes]
  return base
    .meta({ kind })
    .errors(errorMap<Code | (typeof everywhere)[number] | (typeof ofWorkspace)[number]>(all))
}

export const id = z.string().min(1).max(64)
export const clientScope = z.object({ clientId: id })
/** Instants are ISO 8601 in UTC, for example `2026-11-22T08:30:00.000Z`. */
export const instant = z.string()
export const pageInput = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) }
export const done = z.object({ ok: z.literal(true) })
export const jobStarted = z.object({ jobId: id })
