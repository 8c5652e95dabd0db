/** IANA zones of this engine, with the machine's own first. */
export function allZones(machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return [machineZone, ...zones.filter((zone) => zone !== machineZone), ...(zones.includes('UTC') || machineZone === 'UTC' ? [] : ['UTC'])]
}

/** `Europe/Oslo` as "Oslo" and "Europe": the city is what people look for. */
export function zoneParts(zone: string): { city: string; region: string } {
  const parts = zone.replaceAll('_', ' ').split('/')
  return { city: parts.at(-1) ?? zone, region: parts.slice(0, -1).join(', ') }
}

/** Distance from UTC at an instant, for example `UTC+2` or `UTC+5:30`. */
export function zoneOffset(zone: string, at: Date): string {
  const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  return (part?.value ?? 'UTC').replace('GMT', 'UTC')
}

/** Zones whose city or region has every word of the query. */
export function findZones(zones: readonly string[], query: string): string[] {
  const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[_/]/g, ' ')
  const words = fold(query).split(/\s+/).filter(Boolean)
  return zones.filter((zone) => words.every((word) => fold(zone).includes(word)))
}
