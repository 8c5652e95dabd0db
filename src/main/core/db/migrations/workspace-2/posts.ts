import { loggedTable } from './logged-table'

/**
 * A planned time is a wall clock (`planned_on` `YYYY-MM-DD`, `planned_time` `HH:MM`) in a zone. `planned_instant` is derived
 * from it, in UTC, and is there to be searched by. `planned_pick` says which of two instants is meant where the clock
 * shows the time twice, or to which side of a gap it goes.
 */
const plannedTime = [
  'planned_on TEXT',
  'planned_time TEXT',
  'zone TEXT',
  "planned_pick TEXT NOT NULL DEFAULT 'earlier' CHECK (planned_pick IN ('earlier', 'later'))",
  'planned_instant TEXT'
]
const wholeOrNothing = [
  'CHECK ((planned_on IS NULL) = (planned_time IS NULL))',
  'CHECK ((planned_on IS NULL) = (planned_instant IS NULL))',
  'CHECK ((planned_on IS NULL) = (zone IS NULL))'
]

const posts = [
  ...loggedTable('post_series', [
    'id TEXT NOT NULL PRIMARY KEY',
    // RFC 5545 without DTSTART, for example `FREQ=WEEKLY;BYDAY=MO,TH`.
    'rule TEXT NOT NULL',
    'starts_on TEXT NOT NULL',
    'time TEXT NOT NULL',
    'zone TEXT NOT NULL',
    'until_on TEXT',
    'excluded_json TEXT NOT NULL',
    // Occurrences are posts up to this day.
    'made_until TEXT NOT NULL',
    'created_at TEXT NOT NULL'
  ]),
  ...loggedTable('post', [
    'search_id INTEGER PRIMARY KEY',
    'id TEXT NOT NULL UNIQUE',
    "stage TEXT NOT NULL CHECK (stage IN ('idea', 'post'))",
    // Where an idea stands on the board.
    "idea_column TEXT NOT NULL DEFAULT 'inbox' CHECK (idea_column IN ('inbox', 'shaping', 'ready'))",
    'title TEXT NOT NULL',
    'text TEXT NOT NULL',
    'link TEXT NOT NULL',
    'first_comment TEXT NOT NULL',
    'language TEXT NOT NULL',
    'campaign_id TEXT REFERENCES campaign (id) ON DELETE SET NULL',
    'pillar_id TEXT REFERENCES pillar (id) ON DELETE SET NULL',
    'owner TEXT NOT NULL',
    // Never published.
    'notes TEXT NOT NULL',
    'sources TEXT NOT NULL',
    ...plannedTime,
    'series_id TEXT REFERENCES post_series (id) ON DELETE SET NULL',
    // The day that the rule gave, also after this occurrence was moved.
    'series_on TEXT',
    'recycle_of TEXT',
    // The template it was written from, whose locked parts it keeps.
    'template_id TEXT REFERENCES post_template (id) ON DELETE SET NULL',
    'import_id TEXT',
    'import_key TEXT UNIQUE',
    'position REAL NOT NULL',
    'created_at TEXT NOT NULL',
    'updated_at TEXT NOT NULL',
    'trashed_at TEXT',
    ...wholeOrNothing
  ]),
  'CREATE INDEX post_planned ON post (planned_instant) WHERE trashed_at IS NULL',
  'CREATE INDEX post_stage ON post (stage, trashed_at, updated_at)',
  // Partial, so that what is not in the trash is read by the index it is sorted by.
  'CREATE INDEX post_trashed ON post (trashed_at) WHERE trashed_at IS NOT NULL',
  // Each way to sort the list, so that a page of it is read and not sorted.
  'CREATE INDEX post_updated ON post (updated_at) WHERE trashed_at IS NULL',
  'CREATE INDEX post_title ON post (title COLLATE NOCASE) WHERE trashed_at IS NULL',
  'CREATE INDEX post_place ON post (stage, idea_column, position)',
  'CREATE INDEX post_campaign ON post (campaign_id)',
  'CREATE INDEX post_pillar ON post (pillar_id)',
  'CREATE INDEX post_series_day ON post (series_id, series_on)',
  'CREATE INDEX post_recycle ON post (recycle_of)',
  'CREATE INDEX post_import ON post (import_id)',
  'CREATE INDEX post_written_from ON post (template_id) WHERE template_id IS NOT NULL',
  ...loggedTable('post_label', [
    'id TEXT NOT NULL PRIMARY KEY',
    'post_id TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE',
    'name TEXT NOT NULL COLLATE NOCASE',
    'UNIQUE (post_id, name)'
  ]),
  'CREATE INDEX post_label_name ON post_label (name, post_id)',
  ...loggedTable('post_step', [
    'id TEXT NOT NULL PRIMARY KEY',
    'post_id TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE',
    'text TEXT NOT NULL',
    'owner TEXT NOT NULL',
    'due_on TEXT',
    'done INTEGER NOT NULL CHECK (done IN (0, 1))',
    'position INTEGER NOT NULL'
  ]),
  'CREATE INDEX post_step_post ON post_step (post_id, position)'
]

const variants = [
  ...loggedTable('variant', [
    'id TEXT NOT NULL PRIMARY KEY',
    'post_id TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE',
    'channel_id TEXT NOT NULL REFERENCES channel (id) ON DELETE RESTRICT',
    'voice_id TEXT REFERENCES channel_voice (id) ON DELETE SET NULL',
    'format TEXT NOT NULL',
    // Null: as the post has it.
    'text TEXT',
    'link TEXT',
    'first_comment TEXT',
    // Parts of a thread or slides of a carousel, cut by hand; null: cut by rule.
    'parts_json TEXT',
    'fields_json TEXT NOT NULL',
    'own_media INTEGER NOT NULL CHECK (own_media IN (0, 1))',
    `state TEXT NOT NULL CHECK (state IN (
      'draft', 'in-review', 'changes-requested', 'approved', 'scheduled', 'handed-over', 'published', 'missed', 'archived'
    ))`,
    // What was asked for with the last change of state: the change requested, the reason for a miss.
    'state_note TEXT NOT NULL',
    'own_time INTEGER NOT NULL CHECK (own_time IN (0, 1))',
    // Effective time: the same as the post's unless own_time.
    ...plannedTime,
    'snoozed_until TEXT',
    'handed_over_at TEXT',
    'published_at TEXT',
    'published_by TEXT NOT NULL',
    'permalink TEXT NOT NULL',
    'position INTEGER NOT NULL',
    ...wholeOrNothing
  ]),
  'CREATE INDEX variant_post ON variant (post_id, position)',
  'CREATE INDEX variant_channel ON variant (channel_id, planned_instant)',
  'CREATE INDEX variant_voice ON variant (voice_id)',
  'CREATE INDEX variant_planned ON variant (planned_instant)',
  'CREATE INDEX variant_state ON variant (state, planned_instant)',
  ...loggedTable('post_media', [
    'id TEXT NOT NULL PRIMARY KEY',
    'post_id TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE',
    // Null: of the post itself, and so of every variant without media of its own.
    'variant_id TEXT REFERENCES variant (id) ON DELETE CASCADE',
    'asset_id TEXT NOT NULL REFERENCES asset (id) ON DELETE CASCADE',
    // Null: as the asset has it.
    'alt_text TEXT',
    'position INTEGER NOT NULL'
  ]),
  'CREATE INDEX post_media_post ON post_media (post_id, variant_id, position)',
  'CREATE INDEX post_media_variant ON post_media (variant_id)',
  'CREATE INDEX post_media_asset ON post_media (asset_id)',
  ...loggedTable('evergreen', [
    'id TEXT NOT NULL PRIMARY KEY',
    'post_id TEXT NOT NULL UNIQUE REFERENCES post (id) ON DELETE CASCADE',
    'cooldown_days INTEGER NOT NULL CHECK (cooldown_days > 0)',
    'max_repeats INTEGER NOT NULL CHECK (max_repeats > 0)',
    'texts_json TEXT NOT NULL',
    'active INTEGER NOT NULL CHECK (active IN (0, 1))'
  ])
]

const own = (postId: string) => `(SELECT coalesce(group_concat(text, ' '), '') FROM variant WHERE post_id = ${postId})`
const labels = (postId: string) => `(SELECT coalesce(group_concat(name, ' '), '') FROM post_label WHERE post_id = ${postId})`

/**
 * Keeps a column of the index in step with the rows of `table`, which belong to a post. `says` is asked of a row: one that
 * comes or goes without words leaves the index alone, for hundreds of posts come and go at once.
 */
function followRows(table: string, column: string, value: (postId: string) => string, events: readonly string[], says?: string): string[] {
  return events.map((event) => {
    const row = event === 'DELETE' ? 'OLD' : 'NEW'
    const condition = says && !event.startsWith('UPDATE') ? `WHEN ${row}.${says} ` : ''
    return `CREATE TRIGGER ${table}_search_${event.split(' ', 1)[0]?.toLowerCase()} AFTER ${event} ON ${table} ${condition}BEGIN
      UPDATE post_search SET ${column} = ${value(`${row}.post_id`)}
      WHERE rowid = (SELECT search_id FROM post WHERE id = ${row}.post_id);
    END`
  })
}

const postSearch = [
  `CREATE VIRTUAL TABLE post_search USING fts5 (
    title, text, variants, labels, notes, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  )`,
  `CREATE TRIGGER post_search_insert AFTER INSERT ON post BEGIN
    INSERT INTO post_search (rowid, title, text, variants, labels, notes)
    VALUES (NEW.search_id, NEW.title, NEW.text, ${own('NEW.id')}, ${labels('NEW.id')}, NEW.notes);
  END`,
  `CREATE TRIGGER post_search_update AFTER UPDATE OF title, text, notes ON post BEGIN
    UPDATE post_search SET title = NEW.title, text = NEW.text, notes = NEW.notes WHERE rowid = NEW.search_id;
  END`,
  `CREATE TRIGGER post_search_delete AFTER DELETE ON post BEGIN
    DELETE FROM post_search WHERE rowid = OLD.search_id;
  END`,
  ...followRows('variant', 'variants', own, ['INSERT', 'UPDATE OF text', 'DELETE'], 'text IS NOT NULL'),
  ...followRows('post_label', 'labels', labels, ['INSERT', 'DELETE'])
]

export const postTables: readonly string[] = [...posts, ...variants, ...postSearch]
