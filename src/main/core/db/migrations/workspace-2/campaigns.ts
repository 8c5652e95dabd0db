import { loggedTable } from './logged-table'

/** Money is in minor units of its currency (cents). Days are `YYYY-MM-DD` in the zone of the client. */
export const campaignTables: readonly string[] = [
  ...loggedTable('campaign', [
    'search_id INTEGER PRIMARY KEY',
    'id TEXT NOT NULL UNIQUE',
    'name TEXT NOT NULL UNIQUE COLLATE NOCASE',
    'goal TEXT NOT NULL',
    'starts_on TEXT',
    'ends_on TEXT',
    'budget_minor INTEGER CHECK (budget_minor >= 0)',
    'currency TEXT NOT NULL',
    'audiences_json TEXT NOT NULL',
    'kpis_json TEXT NOT NULL',
    'utm_json TEXT NOT NULL',
    'color TEXT NOT NULL',
    'notes TEXT NOT NULL',
    'archived_at TEXT',
    'created_at TEXT NOT NULL',
    'CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)'
  ]),
  'CREATE INDEX campaign_days ON campaign (starts_on, ends_on)',
  ...loggedTable('campaign_ad', [
    'id TEXT NOT NULL PRIMARY KEY',
    'campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE',
    'name TEXT NOT NULL',
    'network TEXT NOT NULL',
    'placement_id TEXT',
    'budget_minor INTEGER CHECK (budget_minor >= 0)',
    'starts_on TEXT',
    'ends_on TEXT',
    'link TEXT NOT NULL',
    'notes TEXT NOT NULL',
    'position INTEGER NOT NULL'
  ]),
  'CREATE INDEX campaign_ad_campaign ON campaign_ad (campaign_id, position)',
  `CREATE VIRTUAL TABLE campaign_search USING fts5 (
    name, goal, notes, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  )`,
  `CREATE TRIGGER campaign_search_insert AFTER INSERT ON campaign BEGIN
    INSERT INTO campaign_search (rowid, name, goal, notes) VALUES (NEW.search_id, NEW.name, NEW.goal, NEW.notes);
  END`,
  `CREATE TRIGGER campaign_search_update AFTER UPDATE OF name, goal, notes ON campaign BEGIN
    UPDATE campaign_search SET name = NEW.name, goal = NEW.goal, notes = NEW.notes WHERE rowid = NEW.search_id;
  END`,
  `CREATE TRIGGER campaign_search_delete AFTER DELETE ON campaign BEGIN
    DELETE FROM campaign_search WHERE rowid = OLD.search_id;
  END`
]
