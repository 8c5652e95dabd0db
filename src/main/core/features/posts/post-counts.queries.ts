import type { AppOutputs } from '../../../../shared/contract'
import { openStates, overdueBefore } from '../../../../shared/features/posts/post-states'
import type { Reader } from '../../context'

type PostCounts = AppOutputs['posts']['counts']
type Counted = Record<string, number>

const HIDDEN = "(SELECT id FROM post WHERE trashed_at > '' UNION ALL SELECT id FROM post WHERE stage = 'idea' AND trashed_at IS NULL)"

async function one(db: Reader, sql: string, bindings: string[] = []): Promise<number> {
  const rows = (await db.raw(sql, bindings)) as { n: number }[]
  return rows[0]?.n ?? 0
}

async function counted(db: Reader, sql: string, bindings: readonly string[] = []): Promise<{ name: string; n: number }[]> {
  return (await db.raw(sql, [...bindings])) as { name: string; n: number }[]
}

async function byState(db: Reader, sql: string, bindings: readonly string[]): Promise<Counted> {
  return Object.fromEntries((await counted(db, sql, bindings)).map(({ name, n }) => [name, n]))
}

/** What is in the trash, and ideas, are few: all are counted in the index, and those taken off. */
async function countVisible(db: Reader, where: string, bindings: readonly string[] = []): Promise<Counted> {
  const all = await byState(db, `SELECT state AS name, count(*) AS n FROM variant WHERE ${where} GROUP BY state`, bindings)
  const hidden = await byState(db, `SELECT state AS name, count(*) AS n FROM variant WHERE post_id IN ${HIDDEN} AND ${where} GROUP BY state`, bindings)
  return Object.fromEntries(Object.entries(all).map(([state, n]) => [state, n - (hidden[state] ?? 0)]))
}

async function countStatuses(db: Reader, now: string): Promise<Counted> {
  const statuses = await countVisible(db, '1 = 1')
  const reached = await countVisible(db, 'state IN (?, ?, ?, ?, ?) AND planned_instant <= ?', [...openStates, now])
  const due = (await countVisible(db, "state = 'scheduled' AND planned_instant BETWEEN ? AND ?", [overdueBefore(now), now])).scheduled ?? 0
  let overdue = -due
  for (const [state, n] of Object.entries(reached)) {
    statuses[state] = (statuses[state] ?? 0) - n
    overdue += n
  }
  return Object.fromEntries(Object.entries({ ...statuses, due, overdue }).filter(([, n]) => n > 0))
}

/** Equal for names that SQLite's NOCASE takes for the same: it knows the letters of ASCII only. */
const folded = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

async function countLabels(db: Reader): Promise<PostCounts['labels']> {
  const every = await counted(db, 'SELECT name, count(*) AS n FROM post_label GROUP BY name ORDER BY name')
  const trashed = await counted(db, "SELECT name, count(*) AS n FROM post_label WHERE post_id IN (SELECT id FROM post WHERE trashed_at > '') GROUP BY name")
  const hidden = new Map(trashed.map(({ name, n }) => [folded(name), n]))
  return every.map(({ name, n }) => ({ name, count: n - (hidden.get(folded(name)) ?? 0) })).filter(({ count }) => count > 0)
}

/** Statuses are counted by variant, as shown at `now`; ideas and the trash are not in them. */
export async function countPosts(db: Reader, now: string): Promise<PostCounts> {
  const noTime = 'NOT EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id AND variant.planned_instant IS NOT NULL)'
  return {
    ideas: await one(db, "SELECT count(*) AS n FROM post WHERE stage = 'idea' AND trashed_at IS NULL"),
    unplanned: await one(db, `SELECT count(*) AS n FROM post WHERE trashed_at IS NULL AND stage = 'post' AND planned_instant IS NULL AND ${noTime}`),
    trashed: await one(db, "SELECT count(*) AS n FROM post WHERE trashed_at > ''"),
    statuses: await countStatuses(db, now),
    labels: await countLabels(db)
  }
}
