import type { NetworkPlacement } from '../../channels/catalog'
import type { OutputFormat } from '../../media/formats'
import { NameRegister, ratioForName, renderName, stemOf, type NameTemplate, type NameValues } from '../../naming'
import type { RenditionSource } from './rendition-source'

export interface NamingContext {
  client: string
  /** The client's day on which the export is made. */
  day: { year: string; month: string; day: string }
}

/** Names the files of one export, in the order asked; `{n}` counts from 1. */
export interface ExportNames {
  next(source: RenditionSource, placement: NetworkPlacement, format: OutputFormat, usable?: (path: string) => boolean): string
}

/** A clock's instant as the day it is in a zone. */
export function dayInZone(instant: string, zone: string): NamingContext['day'] {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(instant))
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { year: part('year').padStart(4, '0'), month: part('month'), day: part('day') }
}

export function createExportNames(template: NameTemplate, { client, day }: NamingContext): ExportNames {
  const register = new NameRegister()
  const date = `${day.year}-${day.month}-${day.day}`
  let n = 0
  return {
    next(source, placement, format, usable) {
      n += 1
      const asset = stemOf(source.fileName)
      const values: NameValues = {
        client, date, ...day, asset, n,
        network: placement.network,
        placement: placement.id,
        placementName: placement.name,
        kind: placement.kind,
        scope: placement.scope,
        title: source.title.trim() || asset,
        w: String(placement.width),
        h: String(placement.height),
        ratio: ratioForName(placement.aspect),
        format
      }
      return register.claim(renderName(template, values), usable)
    }
  }
}
