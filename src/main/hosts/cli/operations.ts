import { isContractProcedure } from '@orpc/contract'
import { contract } from '../../../shared/contract'
import type { OperationKind } from '../../../shared/contract/base'
import { AppError } from '../../../shared/errors/app-error'
import { suggest } from './suggest'
import { droppedKeys } from './unknown-keys'

/** One operation of the contract by its dotted name. */
export interface Operation {
  name: string
  kind: OperationKind
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function walk(branch: Record<string, unknown>, path: readonly string[]): Operation[] {
  return Object.entries(branch).flatMap(([name, node]) => {
    const here = [...path, name]
    if (isContractProcedure(node)) return [{ name: here.join('.'), kind: node['~orpc'].meta.kind as OperationKind }]
    return isBranch(node) ? walk(node, here) : []
  })
}

/** Every operation of the contract, in the contract's order. */
export const allOperations = (): Operation[] => walk(contract, [])

/** @throws AppError `not-found.operation` with `suggestions` */
export function findOperation(name: string): Operation {
  const all = allOperations()
  const found = all.find((operation) => operation.name === name)
  if (found) return found
  throw new AppError('not-found.operation', { operation: name, suggestions: suggest(name, all.map((one) => one.name)) })
}

/** Keys of an input that the operation knows nothing of; none where the input is refused anyway. */
export async function unknownKeys(name: string, input: unknown): Promise<string[]> {
  const node = name.split('.').reduce<unknown>((branch, part) => (isBranch(branch) ? branch[part] : undefined), contract)
  const schema = isContractProcedure(node) ? node['~orpc'].inputSchema : undefined
  const read = await schema?.['~standard'].validate(input)
  return read === undefined || read.issues ? [] : droppedKeys(input, read.value)
}

/** Calls an operation of a client by its dotted name. The contract checks the input. */
export async function callOperation(client: unknown, name: string, input: unknown, signal: AbortSignal): Promise<unknown> {
  const node = name.split('.').reduce<unknown>((branch, part) => {
    const step: unknown = (branch as Record<string, unknown>)[part]
    return step
  }, client)
  if (typeof node !== 'function') throw new AppError('not-found.operation', { operation: name })
  const call = node as (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>
  return call(input, { signal })
}
