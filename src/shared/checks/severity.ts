import type { Severity, Source } from './checks.types'

/** What rests on little is no reason to stop anybody. */
export const severityOf = (isSoft: boolean, { confidence }: Pick<Source, 'confidence'>): Severity =>
  isSoft || confidence === 'low' ? 'warning' : 'error'

/** A limit in force: the client's where one is set. */
export interface LimitInForce {
  limit: number | null
  overridden: boolean
}

export function limitInForce(catalog: number | null, override: number | null | undefined): LimitInForce {
  return override === undefined ? { limit: catalog, overridden: false } : { limit: override, overridden: true }
}
