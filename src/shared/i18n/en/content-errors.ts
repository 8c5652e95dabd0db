/** What happened, why, and what to do, for posts of networks, learnings and goals. */
export const contentErrorsEn = {
  'errors.not-found.subject.what': 'This post is no longer among the figures.',
  'errors.not-found.subject.why': 'The import that brought it was taken back.',
  'errors.not-found.subject.do': 'Reload the list, or do the import again.',
  'errors.not-found.learning.what': 'This learning is not there.',
  'errors.not-found.learning.why': 'It was removed in the meantime.',
  'errors.not-found.learning.do': 'Undo the removal, or write it again.',
  'errors.not-found.goal.what': 'This goal is not there.',
  'errors.not-found.goal.why': 'It was removed in the meantime.',
  'errors.not-found.goal.do': 'Undo the removal, or set it again.',
  'errors.conflict.subject-planned.what': '“{title}” is in the plan already.',
  'errors.conflict.subject-planned.why': 'It is matched to a post of the plan.',
  'errors.conflict.subject-planned.do': 'Open that post, or take the match back first.',
  'errors.conflict.subject-without-channel.what': '“{title}” cannot be put into the plan.',
  'errors.conflict.subject-without-channel.why': 'Its file belongs to an account that is no channel of this client.',
  'errors.conflict.subject-without-channel.do': 'Choose the channel of that file in Imports, then try again.'
} as const
