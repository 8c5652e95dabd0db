import type { MediaFacts } from '../../../shared/media/facts'
import type {
  OutputResult,
  ProbeRequest,
  RenderRequest,
  ThumbnailRequest,
  ThumbnailResult
} from '../../../shared/media/protocol'

export interface MediaCallOptions {
  signal?: AbortSignal | undefined
}

/**
 * Door to the media process. All calls reject with an `AppError` whose code is one of `MEDIA_ERROR_CODES`:
 * `unavailable.media-process` when the process died (data: kind, path), `unavailable.media-timeout`,
 * `cancelled.media` after an abort, or what was found wrong with the file.
 */
export interface MediaPool {
  probe(request: ProbeRequest, options?: MediaCallOptions): Promise<MediaFacts>
  thumbnail(request: ThumbnailRequest, options?: MediaCallOptions): Promise<ThumbnailResult>
  /** Resolves when every output was reported; failed outputs are reported, not thrown. */
  render(request: RenderRequest, onOutput: (output: OutputResult) => void, options?: MediaCallOptions): Promise<void>
  /** Ends the processes; what still runs is rejected. */
  close(): Promise<void>
}
