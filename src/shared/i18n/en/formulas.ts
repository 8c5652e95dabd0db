/** Formulas as they are printed beside a rate. */
export const formulasEn = {
  'formula.part.likes': 'likes',
  'formula.part.comments': 'comments',
  'formula.part.shares': 'shares',
  'formula.part.saves': 'saves',
  'formula.under.reach': 'reach',
  'formula.under.views': 'views',
  'formula.under.followers': 'followers',
  'formula.name.reach': 'Engagement rate by reach',
  'formula.name.views': 'Engagement rate by views',
  'formula.name.followers': 'Engagement rate by followers',
  'formula.none.no-interactions': 'No likes, comments, shares or saves in the files',
  'formula.none.no-reach': 'No reach in the files',
  'formula.none.no-views': 'Neither views nor impressions in the files',
  'formula.none.no-followers': 'The number of followers that day is not known',
  'formula.none.nobody': 'Nobody was reached'
} as const
