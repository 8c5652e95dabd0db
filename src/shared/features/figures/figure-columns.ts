/**
 * Figures that are kept in a column of their own, so that tables of 100,000 posts sort and sum at once. All are numbers as
 * the network counts them: counts, seconds, or money in the currency of the subject. Whatever else a file tells is kept beside
 * them under the name the file format gives it. Which figure of which network goes where is said by the metric dictionary.
 */
export const figureColumns = [
  'views', 'impressions', 'reach', 'engagements', 'likes', 'comments', 'shares', 'saves', 'clicks', 'link_clicks', 'video_views',
  'watch_seconds', 'profile_visits', 'followers', 'new_followers', 'lost_followers', 'spend', 'results', 'conversions', 'leads',
  'sessions', 'users', 'events', 'revenue'
] as const
export type FigureColumn = (typeof figureColumns)[number]

/** What a row of figures is about. */
export const subjectKinds = ['post', 'account', 'ad', 'audience', 'traffic', 'competitor'] as const
export type SubjectKind = (typeof subjectKinds)[number]
