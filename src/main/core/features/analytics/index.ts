import { os } from '../../router-base'
import { findKnownDays, listFormats, listHashtags } from './choices.queries'

export {
  countPostFigures, dailyBase, figureSql, listDailyFigures, listPostFigures, postBase,
  type DailyFigure, type FigureName, type FigureScope, type PostFigure, type PostListing
} from './figure-queries'

const RECENT = { posts: 3000, limit: 40 }

export const analyticsHandlers = {
  choices: os.analytics.choices.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const [formats, hashtags, days] = await Promise.all([listFormats(reader), listHashtags(reader, RECENT), findKnownDays(reader)])
    return { formats, hashtags, ...days }
  })
}
