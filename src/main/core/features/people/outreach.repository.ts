import { AppError } from '../../../../shared/errors/app-error'
import { webAddress } from '../../../../shared/features/channels/handles'
import type { OutreachItem, OutreachKind } from '../../../../shared/features/people/people.schema'
import type { Reader, Tx } from '../../context'
import { getAccount } from '../channels'

export interface OutreachFields {
  doneOn: string
  kind: OutreachKind
  text?: string
  link?: string
  channelId?: string | null
}

interface OutreachRow {
  id: string
  person_id: string | null
  person: string | null
  done_on: string
  kind: OutreachKind
  text: string
  link: string
  channel_id: string | null
  channel: string | null
}

export async function listOutreach(db: Reader, { personId, offset, limit }: { personId?: string | undefined; offset: number; limit: number }): Promise<{ total: number; items: OutreachItem[] }> {
  const query = () => {
    const base = db('outreach as o').leftJoin('person as p', 'p.id', 'o.person_id').leftJoin('channel as c', 'c.id', 'o.channel_id')
    return personId === undefined ? base : base.where('o.person_id', personId)
  }
  const rows = (await query().orderBy([{ column: 'o.done_on', order: 'desc' }, { column: 'o.created_at', order: 'desc' }]).offset(offset).limit(limit).select('o.*', 'p.name as person', 'c.name as channel')) as OutreachRow[]
  const { n } = (await query().count({ n: '*' }).first()) as { n: number }
  return {
    total: n,
    items: rows.map(({ id, person_id, person, done_on, kind, text, link, channel_id, channel }) => ({
      id, personId: person_id, personName: person ?? '', doneOn: done_on, kind, text, link, channelId: channel_id, channelName: channel ?? ''
    }))
  }
}

/** @throws AppError `validation.link`, `not-found.channel` */
async function toColumns(tx: Tx, { doneOn, kind, text = '', link = '', channelId = null }: OutreachFields) {
  const address = link.trim() === '' ? '' : webAddress(link)
  if (address === undefined) throw new AppError('validation.link', { link })
  if (channelId !== null) await getAccount(tx, channelId)
  return { done_on: doneOn, kind, text: text.trim(), link: address, channel_id: channelId }
}

export async function insertOutreach(tx: Tx, id: string, personId: string, fields: OutreachFields, now: string): Promise<void> {
  await tx('outreach').insert({ id, person_id: personId, ...(await toColumns(tx, fields)), created_at: now })
}

/** @throws AppError `not-found.person-item`, `validation.link`, `not-found.channel` */
export async function updateOutreach(tx: Tx, id: string, fields: OutreachFields): Promise<void> {
  const columns = await toColumns(tx, fields)
  if ((await tx('outreach').where({ id }).update(columns)) === 0) throw new AppError('not-found.person-item', { item: id })
}

/** @throws AppError `not-found.person-item` */
export async function removeOutreach(tx: Tx, id: string): Promise<void> {
  if ((await tx('outreach').where({ id }).delete()) === 0) throw new AppError('not-found.person-item', { item: id })
}
