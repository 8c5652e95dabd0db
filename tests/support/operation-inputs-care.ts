const days = { from: '2026-10-01', to: '2026-10-31' }
const targets = { firstMinutes: 60, resolutionMinutes: 1440 }

/** Input that is right in form for each operation of the response clock. */
export const careInputs: Record<string, Record<string, unknown>> = {
  'care.saveHours': { hours: { week: null, zone: null, holidays: true, otherwise: [], closures: [] } },
  'care.setTargets': { channelId: null, ...targets },
  'care.removeTargets': { channelId: null },
  'care.report': days,
  'care.rows': { ...days, figure: 'first' }
}
