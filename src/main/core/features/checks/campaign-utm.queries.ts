import { utmRule } from '../../../../shared/features/campaigns/utm.schema'
import type { Reader } from '../../context'
import { chunks } from '../assets'

/** Parameters that a post's campaign wants in its link, by post; posts without such a campaign are left out. */
export async function listWantedUtm(db: Reader, postIds: readonly string[]): Promise<Map<string, string[]>> {
  const wanted = new Map<string, string[]>()
  for (const ids of chunks([...new Set(postIds)])) {
    const rows = (await db('post')
      .join('campaign', 'campaign.id', 'post.campaign_id')
      .whereIn('post.id', ids)
      .select('post.id', 'campaign.utm_json')) as { id: string; utm_json: string }[]
    for (const row of rows) {
      const rule = utmRule.safeParse(JSON.parse(row.utm_json))
      if (!rule.success || !rule.data.active) continue
      const { active: _active, ...templates } = rule.data
      const parameters = Object.entries(templates).flatMap(([name, template]) => (template === '' ? [] : [`utm_${name}`]))
      if (parameters.length > 0) wanted.set(row.id, parameters)
    }
  }
  return wanted
}
