const scope = { from: '2026-09-01', to: '2026-09-30' }
const event = { startsOn: '2026-09-01', endsOn: '2026-09-02', text: 'Strike' }

/** Input that is right in form for the dashboards and the events on charts. */
export const analyticsInputs: Record<string, Record<string, unknown>> = {
  'analytics.overview': scope,
  'analytics.channels': scope,
  'analytics.followers': scope,
  'analytics.campaigns': scope,
  'analytics.ads': scope,
  'analytics.traffic': scope,
  'annotations.list': scope,
  'annotations.create': event,
  'annotations.update': { annotationId: 'x', ...event },
  'annotations.remove': { annotationId: 'x' }
}
