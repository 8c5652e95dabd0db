import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

type Db = Reader | Tx

/** What a post says now, itself and on its channels: a line of our own layout is held against all of it. */
export interface OwnPost {
  id: string
  title: string
  owner: string
  notes: string
  labels: string[]
  texts: ReadonlySet<string>
  links: ReadonlySet<string>
  firstComments: ReadonlySet<string>
  /** `2026-12-01 09:00 Europe/Oslo`. */
  times: ReadonlySet<string>
}

interface Said {
  text: string | null
  link: string | null
  first_comment: string | null
  planned_on: string | null
  planned_time: string | null
  zone: string | null
}
type PostSaid = Said & { id: string; title: string; owner: string; notes: string }

const present = (values: (string | null)[]): Set<string> => new Set(values.filter((value) => value !== null).map((value) => value.trim()))
const timeOf = ({ planned_on, planned_time, zone }: Said): string => (planned_on === null ? '' : `${planned_on} ${planned_time ?? ''} ${zone ?? ''}`)

function asOwn({ id, title, owner, notes, ...post }: PostSaid, variants: readonly Said[], labels: readonly string[]): OwnPost {
  const all = [post, ...variants]
  return {
    id,
    title: title.trim(),
    owner: owner.trim(),
    notes: notes.trim(),
    labels: [...labels].sort(),
    texts: present(all.map((one) => one.text)),
    links: present(all.map((one) => one.link)),
    firstComments: present(all.map((one) => one.first_comment)),
    times: new Set(all.map(timeOf))
  }
}

const SAID = ['text', 'link', 'first_comment', 'planned_on', 'planned_time', 'zone'] as const

/** The posts of these ids that are there. */
export async function listOwnPosts(db: Db, ids: readonly string[]): Promise<Map<string, OwnPost>> {
  const found = new Map<string, OwnPost>()
  for (const part of chunks([...new Set(ids)], 500)) {
    const posts = (await db('post').whereIn('id', part).select('id', 'title', 'owner', 'notes', ...SAID)) as PostSaid[]
    const variants = (await db('variant').whereIn('post_id', part).select('post_id', ...SAID)) as (Said & { post_id: string })[]
    const labels = (await db('post_label').whereIn('post_id', part).select('post_id', 'name')) as { post_id: string; name: string }[]
    for (const post of posts) {
      const own = (row: { post_id: string }): boolean => row.post_id === post.id
      found.set(post.id, asOwn(post, variants.filter(own), labels.filter(own).map(({ name }) => name)))
    }
  }
  return found
}
