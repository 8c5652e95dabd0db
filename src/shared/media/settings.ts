import { z } from 'zod'
import { keepsAlpha, OUTPUT_FORMATS, type OutputFormat } from './formats'

const color = z.string().regex(/^#[0-9a-f]{6}$/i)
const quality = z.int().min(1).max(100)

/** How pictures are rendered; every field has a default, so `{}` parses. */
export const renderSettingsSchema = z
  .object({
    fit: z.enum(['cover', 'contain']).default('cover'),
    pad: z.enum(['blur', 'color']).default('blur'),
    padColor: color.default('#ffffff'),
    /** Behind transparent parts where the format has no transparency. */
    flattenColor: color.default('#ffffff'),
    allowUpscale: z.boolean().default(false),
    format: z.enum(['auto', 'jpg', 'png', 'webp', 'avif']).default('auto'),
    sharpen: z.enum(['off', 'standard']).default('standard'),
    /** Quality to start from. */
    quality: quality.default(82),
    /** Quality never to go below for a byte limit. */
    floorQuality: quality.default(45)
  })
  .refine((settings) => settings.floorQuality <= settings.quality, { path: ['floorQuality'] })

export type RenderSettings = z.infer<typeof renderSettingsSchema>

export const defaultRenderSettings: RenderSettings = renderSettingsSchema.parse({})

/** What the choice of a format needs to know of a placement. */
export interface FormatPlacement {
  /** Lower case, in the network's order: `jpg`, `png`, `mp4`… */
  formats: readonly string[]
  requireAlpha?: boolean | undefined
}

/** What it needs to know of a picture. */
export interface FormatPicture {
  hasAlpha: boolean
  animated: boolean
}

export type FormatRefusal =
  | { code: 'unsupported.not-an-image-placement'; data: { formats: string } }
  | { code: 'unsupported.format-for-placement'; data: { format: string; formats: string } }
  | { code: 'unsupported.alpha-required'; data: { format: string; formats: string } }

export type FormatChoice = { format: OutputFormat; error?: undefined } | { format?: undefined; error: FormatRefusal }

const STILLS: readonly OutputFormat[] = ['jpg', 'png', 'webp', 'avif']

/** The formats a placement takes that can be written here, in the placement's order. */
export const writableFormats = (placement: FormatPlacement): OutputFormat[] =>
  placement.formats.flatMap((name) => OUTPUT_FORMATS.filter((format) => format === name))

/** Whether a picture can fill the placement: it takes a still format, or nothing but GIF. */
export const isImagePlacement = (placement: FormatPlacement): boolean =>
  placement.formats.some((name) => STILLS.some((format) => format === name)) ||
  (placement.formats.length > 0 && placement.formats.every((name) => name === 'gif'))

const preference = (placement: FormatPlacement, picture: FormatPicture): OutputFormat[] => {
  if (placement.requireAlpha) return ['png', 'webp', 'avif']
  if (picture.animated) return ['gif', 'jpg', 'png', 'webp', 'avif']
  if (picture.hasAlpha) return ['png', 'webp', 'avif', 'jpg', 'gif']
  return ['jpg', 'png', 'webp', 'avif', 'gif']
}

const forced = (placement: FormatPlacement, format: OutputFormat): FormatChoice => {
  const data = { format, formats: placement.formats.join(', ') }
  if (!writableFormats(placement).includes(format)) return { error: { code: 'unsupported.format-for-placement', data } }
  if (placement.requireAlpha && !keepsAlpha(format)) return { error: { code: 'unsupported.alpha-required', data } }
  return { format }
}

/** The format to write for a placement, or why there is none. */
export const chooseFormat = (
  placement: FormatPlacement,
  settings: Pick<RenderSettings, 'format'>,
  picture: FormatPicture
): FormatChoice => {
  const formats = placement.formats.join(', ')
  if (!isImagePlacement(placement)) return { error: { code: 'unsupported.not-an-image-placement', data: { formats } } }
  if (settings.format !== 'auto') return forced(placement, settings.format)
  const writable = writableFormats(placement)
  const format = preference(placement, picture).find((candidate) => writable.includes(candidate))
  if (!format) return { error: { code: 'unsupported.alpha-required', data: { format: 'auto', formats } } }
  return { format }
}

/**
 * Formats to try, in order, when the chosen one is over a hard byte limit even at the floor quality.
 * Empty when the format was forced. Never gives up transparency that the placement requires.
 */
export const fallbackFormats = (
  placement: FormatPlacement,
  settings: Pick<RenderSettings, 'format'>,
  chosen: OutputFormat
): OutputFormat[] => {
  if (settings.format !== 'auto') return []
  const writable = writableFormats(placement)
  const order: OutputFormat[] = ['webp', 'jpg', 'avif']
  return order.filter(
    (format) => format !== chosen && writable.includes(format) && (!placement.requireAlpha || keepsAlpha(format))
  )
}
