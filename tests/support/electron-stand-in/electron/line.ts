import type { FromMain, ToMain } from '../wire'

type Of<Type extends ToMain['type']> = Extract<ToMain, { type: Type }>

const listeners = new Map<string, (message: never) => void>()

/** Sends to the test that started this process. */
export function tell(message: FromMain): void {
  if (process.connected) process.send?.(message)
}

export function hear<Type extends ToMain['type']>(type: Type, listener: (message: Of<Type>) => void): void {
  listeners.set(type, listener as (message: never) => void)
}

process.on('message', (message: ToMain) => {
  listeners.get(message.type)?.(message as never)
})
