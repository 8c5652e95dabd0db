import type { Asset } from '@shared/features/assets/assets.contract'
import type { Formats, Translator } from '@shared/i18n'

/** `0:09`, `12:30`, `1:02:03`: a length as players show it. */
export function clockLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** What the mark on a video's cover says: its length, or that it is one. */
export const videoMark = ({ video }: Pick<Asset, 'video'>, t: Translator): string => (video?.seconds == null ? t('assets.video.name') : clockLength(video.seconds))

interface Fact {
  name: string
  value: string
}

/** Facts of a video as its file has them; what is not known is said to be so. */
export function videoFacts({ video, width, height }: Asset, t: Translator, formats: Formats): Fact[] {
  if (!video) return []
  const known = <Value>(value: Value | null, words: (value: Value) => string): string => (value === null ? t('assets.video.unknown') : words(value))
  const sound = video.hasAudio === false ? t('assets.video.noSound') : known(video.audioCodec, (codec) => codec.toUpperCase())
  return [
    { name: t('assets.facts.pixels'), value: video.read ? t('assets.facts.dimensions', { width, height }) : t('assets.video.unknown') },
    { name: t('assets.video.length'), value: known(video.seconds, clockLength) },
    { name: t('assets.video.codec'), value: known(video.codec, (codec) => codec.toUpperCase()) },
    { name: t('assets.video.sound'), value: sound },
    { name: t('assets.video.frames'), value: known(video.framesPerSecond, (rate) => t('assets.video.framesValue', { rate: formats.number(rate, { maximumFractionDigits: 2 }) })) },
    { name: t('assets.video.bitRate'), value: known(video.bitsPerSecond, (bits) => t('assets.video.bitRateValue', { rate: formats.number(bits / 1_000_000, { maximumFractionDigits: 1 }) })) }
  ]
}
