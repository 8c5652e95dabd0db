import type { TemplatePart } from '../../../../shared/features/texts/texts.contract'
import type { Reader } from '../../context'
import { chunks } from '../assets'

/** Parts of the template that a post was written from, by post; posts without one are left out. */
export async function listPostTemplates(db: Reader, postIds: readonly string[]): Promise<Map<string, TemplatePart[]>> {
  const found = new Map<string, TemplatePart[]>()
  for (const ids of chunks([...new Set(postIds)])) {
    const rows = (await db('post')
      .join('post_template', 'post_template.id', 'post.template_id')
      .whereIn('post.id', ids)
      .select('post.id', 'post_template.body_json')) as { id: string; body_json: string }[]
    for (const row of rows) found.set(row.id, (JSON.parse(row.body_json) as { parts: TemplatePart[] }).parts)
  }
  return found
}
