/** The post that a conversation began under, and choosing it. */
export const inboxPostsEn = {
  'inbox.start': 'Began under:',
  'inbox.start.unknown': 'Which post it began under is not known.',
  'inbox.start.none': 'Began under no post of this client.',
  'inbox.start.choose': 'Choose the post',
  'inbox.start.change': 'Choose another post',
  'inbox.start.takeAway': 'Take the post away',
  'inbox.start.byLink': 'The post that its link leads to',
  'inbox.start.byPerson': 'chosen by hand',
  'inbox.start.actions': 'The post that it began under',
  'inbox.posts': 'Posts',
  'inbox.posts.search': 'Search posts, or paste the address of one',
  'inbox.posts.hint': 'Up and down to move, Enter to choose.',
  'inbox.posts.more': '{n} more: search to find it. | {n} more: search to find them.',
  'inbox.posts.none': 'No post has these words.',
  'inbox.posts.noAddress': 'No post of this client is kept under this address.',
  'inbox.posts.empty': 'This client has no posts on a channel yet.',
  'inbox.posts.untitled': 'Post without words',
  'inbox.posts.planned': 'planned for {day}',
  'inbox.posts.unpublished': 'not published'
} as const
