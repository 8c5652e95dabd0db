/** The part of the package that is used here; it brings no types of its own. `tsconfig.base.json` names this file for it. */
type Indices = [start: number, end: number]

interface Config {
  version: number
  maxWeightedTweetLength: number
  scale: number
  defaultWeight: number
  emojiParsingEnabled: boolean
  transformedURLLength: number
  ranges: { start: number; end: number; weight: number }[]
}

interface TwitterText {
  configs: { version1: Config; version2: Config; version3: Config }
  regexen: { validDomain: RegExp; validUrlPrecedingChars: RegExp; endMentionMatch: RegExp }
  parseTweet(text: string, config: Config): { weightedLength: number; valid: boolean }
  hasInvalidCharacters(text: string): boolean
  extractUrlsWithIndices(text: string): { url: string; indices: Indices }[]
  extractHashtagsWithIndices(text: string): { hashtag: string; indices: Indices }[]
  extractMentionsWithIndices(text: string): { screenName: string; indices: Indices }[]
  extractCashtagsWithIndices(text: string): { cashtag: string; indices: Indices }[]
}

declare const twitterText: TwitterText
export = twitterText
