import { InvalidArgumentError, Option, type Command } from 'commander'
import { renderSettingsSchema, type RenderSettings } from '../../../shared/media/settings'
import { numberBetween, type Cli } from './command-kit'

/** The flags that say how pictures are rendered. */
export interface RenderOptions {
  format?: 'auto' | 'jpg' | 'jpeg' | 'png' | 'webp' | 'avif'
  fit?: RenderSettings['fit']
  pad?: string
  allowUpscale?: boolean
  quality?: number
}

const HEX = /^#[0-9a-f]{6}$/i

function padValue(cli: Cli): (value: string) => string {
  return (value) => {
    if (value === 'blur' || HEX.test(value)) return value
    throw new InvalidArgumentError(cli.t('cli.export.pad'))
  }
}

/** Adds the flags to a command. */
export function addRenderOptions(command: Command, cli: Cli): Command {
  const { t } = cli
  return command
    .addOption(new Option('--format <format>', t('cli.export.format')).choices(['auto', 'jpg', 'jpeg', 'png', 'webp', 'avif']))
    .addOption(new Option('--fit <fit>', t('cli.export.fit')).choices(['cover', 'contain']))
    .option('--pad <padding>', t('cli.export.pad'), padValue(cli))
    .option('--allow-upscale', t('cli.export.upscale'))
    .option('--quality <number>', t('cli.export.quality'), numberBetween(cli, 1, 100, true))
}

/** The settings that the flags mean; what is not given keeps its default. */
export function renderSettings(options: RenderOptions): RenderSettings {
  const { fit, pad, quality, allowUpscale } = options
  const settings = renderSettingsSchema.parse({})
  return {
    ...settings,
    fit: fit ?? settings.fit,
    format: options.format === 'jpeg' ? 'jpg' : (options.format ?? settings.format),
    pad: pad === undefined || pad === 'blur' ? 'blur' : 'color',
    padColor: pad === undefined || pad === 'blur' ? settings.padColor : pad,
    allowUpscale: allowUpscale ?? false,
    quality: quality ?? settings.quality,
    floorQuality: Math.min(settings.floorQuality, quality ?? settings.quality)
  }
}
