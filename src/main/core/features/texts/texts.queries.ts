import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import type { AppOutputs } from '../../../../shared/contract'
import type { TemplatePart } from '../../../../shared/features/texts/texts.contract'
import type { Reader, Tx } from '../../context'
import { listPeople } from './people.repository'

type Kept = AppOutputs['texts']['list']
interface Named {
  id: string
  name: string
}
const byName = 'name COLLATE NOCASE'

/** All that is kept for use again, each list by name. */
export async function listTexts(db: Reader | Tx): Promise<Kept> {
  const sets = (await db('hashtag_set').orderByRaw(byName)) as (Named & { network: NetworkId | null; tags_json: string })[]
  const snippets = (await db('snippet').orderByRaw(byName)) as Kept['snippets']
  const variables = (await db('client_variable').orderByRaw(byName)) as Kept['variables']
  const templates = (await db('post_template').orderByRaw(byName)) as (Named & { body_json: string })[]
  return {
    people: await listPeople(db),
    hashtagSets: sets.map(({ tags_json, ...set }) => ({ ...set, tags: JSON.parse(tags_json) as string[] })),
    snippets,
    variables,
    templates: templates.map(({ body_json, ...template }) => ({ ...template, parts: (JSON.parse(body_json) as { parts: TemplatePart[] }).parts }))
  }
}
