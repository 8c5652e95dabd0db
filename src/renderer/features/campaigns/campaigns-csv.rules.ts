import type { CampaignSummary } from '@shared/features/campaigns/campaigns.contract'
import { fromMinor } from '@shared/features/campaigns/money'
import type { Translator } from '@shared/i18n'
import type { CsvCell } from '@shared/tables/write-csv'

/** A campaign as a line, in the words of its page: days as ISO, money as a number to calculate with, the instant in UTC. */
export const campaignColumns = (t: Translator): Readonly<Record<string, (campaign: CampaignSummary) => CsvCell>> => ({
  [t('campaigns.field.name')]: ({ name }) => name,
  [t('campaigns.field.startsOn')]: ({ startsOn }) => startsOn,
  [t('campaigns.field.endsOn')]: ({ endsOn }) => endsOn,
  [t('campaigns.field.goal')]: ({ goal }) => goal,
  [t('campaigns.field.budget')]: ({ budgetMinor, currency }) => (budgetMinor === null ? null : fromMinor(budgetMinor, currency)),
  [t('campaigns.field.currency')]: ({ currency }) => currency,
  [t('campaigns.column.posts')]: ({ posts }) => posts,
  [t('campaigns.column.ads')]: ({ ads }) => ads,
  [t('campaigns.archived')]: ({ archivedAt }) => archivedAt
})
