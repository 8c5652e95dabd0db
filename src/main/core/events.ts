import { EventPublisher } from '@orpc/server'
import type { AppEvent } from '../../shared/contract/events'

/** Tells everyone who listens. Keeps nothing: who comes later asks for the state. */
export interface EventHub {
  emit(event: AppEvent): void
  subscribe(listener: (event: AppEvent) => void): () => void
  /** Ends when `signal` does. */
  stream(signal?: AbortSignal): AsyncGenerator<AppEvent>
}

export function createEventHub(): EventHub {
  const publisher = new EventPublisher<{ event: AppEvent }>({ maxBufferedEvents: 1000 })
  return {
    emit: (event) => publisher.publish('event', event),
    subscribe: (listener) => publisher.subscribe('event', listener),
    async *stream(signal) {
      const events = publisher.subscribe('event', signal ? { signal } : {})
      yield { type: 'ready' }
      try {
        for await (const event of events) yield event
      } catch (error) {
        if (!signal?.aborted) throw error
      }
    }
  }
}
