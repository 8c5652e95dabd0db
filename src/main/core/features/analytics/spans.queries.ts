import type { Period } from '../../../../shared/features/analytics/periods'
import type { SubjectKind } from '../../../../shared/features/figures/figure-columns'
import type { Reader } from '../../context'
import { figureSql, type FigureName } from './figure-queries'

/** A row of an ad or of traffic: a day or a span. */
export interface SpanRow {
  subjectId: number
  network: string
  channelId: string
  key: string
  title: string
  campaign: string
  adSet: string
  ad: string
  currency: string
  startsOn: string
  endsOn: string
  values: Record<string, number | null>
}

/** Every row of a kind that touches the period, subject by subject. */
export async function listSpans(db: Reader, { from, to }: Period, kind: SubjectKind, names: readonly FigureName[], channelIds: readonly string[] = []): Promise<SpanRow[]> {
  const rows = (await db('figure_subject AS s')
    .joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id')
    .where('s.kind', kind)
    .where('f.starts_on', '>', '')
    .where('f.starts_on', '<=', to)
    .where('f.ends_on', '>=', from)
    .modify((query) => {
      // Ads and traffic without a channel belong to all of them.
      if (channelIds.length > 0) void query.whereIn('s.channel_id', ['', ...channelIds])
    })
    .orderBy(['s.id', 'f.starts_on'])
    .select('s.id', 's.network', 's.channel_id', 's.subject_key', 's.title', 's.campaign', 's.ad_set', 's.ad', 's.currency', 'f.starts_on', 'f.ends_on')
    .select(names.map((name) => db.raw(`${figureSql(name)} AS ??`, [name])))) as Record<string, unknown>[]
  return rows.map(({ id, network, channel_id, subject_key, title, campaign, ad_set, ad, currency, starts_on, ends_on, ...values }) => ({
    subjectId: id as number,
    network: network as string,
    channelId: channel_id as string,
    key: subject_key as string,
    title: title as string,
    campaign: campaign as string,
    adSet: ad_set as string,
    ad: ad as string,
    currency: currency as string,
    startsOn: starts_on as string,
    endsOn: ends_on as string,
    values: values as Record<string, number | null>
  }))
}
