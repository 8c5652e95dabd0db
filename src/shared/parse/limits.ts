const MB = 1_000_000

/** What a file may hold. Above these it is refused by name, never cut in silence. */
export const PARSE_LIMITS = {
  csvBytes: 2000 * MB,
  /** UTF-16 units of one record of a CSV file. */
  recordChars: 2 * MB,
  cellChars: 1 * MB,
  columns: 2000,
  /** Workbooks and archives: as they lie on the disk, and unpacked. */
  packedBytes: 200 * MB,
  unpackedBytes: 1000 * MB,
  /** Unpacked to packed, counted once more than `ratioFrom` came out. */
  ratio: 200,
  ratioFrom: 5 * MB,
  entries: 10_000,
  /** Texts that the sheets of a workbook share, in characters. */
  sharedChars: 100 * MB,
  sheets: 200,
  xmlDepth: 64,
  jsonBytes: 100 * MB,
  jsonDepth: 200,
  /** Lists and records in one file: each costs memory beyond its text. */
  jsonParts: 5_000_000,
  calendarBytes: 20 * MB,
  calendarEvents: 20_000,
  /** Occurrences of a repeating event that are taken. */
  occurrences: 366,
  xlsBytes: 50 * MB,
  /** Archives of Bluesky: as a whole, in blocks, and how deep and long the keys of their tree are. */
  carBytes: 200 * MB,
  carBlocks: 2_000_000,
  carDepth: 64,
  carKeyBytes: 1024,
  /** One mail with its attachments, and a box of them. */
  mailBytes: 50 * MB,
  /** Lines of one mail that look as if they parted it: each part costs as much again as those before it. */
  mailBorders: 10_000,
  mailboxBytes: 2000 * MB
} as const
