import { SUMMARY_EXCERPT, type PostSummary } from '@shared/features/posts/posts.schema'
import type { Translator } from '@shared/i18n'
import type { CsvCell } from '@shared/tables/write-csv'

/** An idea with all of its words. */
export type IdeaLine = Omit<PostSummary, 'excerpt'> & { text: string }

type Names = ReadonlyMap<string, { name: string }>

/** What an idea belongs to, by id. */
export interface IdeaPlaces {
  channelById: Names
  pillarById: Names
  campaignById: Names
}

/** Whether a list holds less than the whole text. */
export const mayGoOn = ({ excerpt }: Pick<PostSummary, 'excerpt'>): boolean => excerpt.length >= SUMMARY_EXCERPT

/** An idea as a line, in the words of the board: the instant in UTC. */
export const ideaColumns = (t: Translator, { channelById, pillarById, campaignById }: IdeaPlaces): Readonly<Record<string, (idea: IdeaLine) => CsvCell>> => ({
  [t('ideas.csv.column')]: ({ ideaColumn }) => t(`ideas.column.${ideaColumn}`),
  [t('imports.target.title')]: ({ title }) => title,
  [t('imports.target.text')]: ({ text }) => text,
  [t('imports.target.link')]: ({ link }) => link,
  [t('imports.target.pillar')]: ({ pillarId }) => pillarId && pillarById.get(pillarId)?.name,
  [t('imports.target.campaign')]: ({ campaignId }) => campaignId && campaignById.get(campaignId)?.name,
  [t('imports.target.channels')]: ({ variants }) => variants.map(({ channelId, network }) => channelById.get(channelId)?.name ?? network).join('; '),
  [t('imports.target.labels')]: ({ labels }) => labels.join('; '),
  [t('imports.target.owner')]: ({ owner }) => owner,
  [t('ideas.csv.pictures')]: ({ mediaCount }) => mediaCount,
  [t('ideas.csv.changed')]: ({ updatedAt }) => updatedAt
})
