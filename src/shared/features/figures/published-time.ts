/** Networks whose files give the day of a post and no time. */
const DAYS_ONLY: ReadonlySet<string> = new Set(['youtube'])

/**
 * False where the hour of publishing is not known: files of YouTube give days, which are kept as noon in UTC. Such a post
 * belongs to a day and to no hour.
 */
export const hasTimeOfDay = (network: string, publishedAt: string): boolean => publishedAt !== '' && !(DAYS_ONLY.has(network) && publishedAt.endsWith('T12:00:00.000Z'))
