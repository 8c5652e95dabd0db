/** Words of the list of posts. */
export const postsListEn = {
  'postsList.title': 'Posts',
  'postsList.trash': 'Trash',
  'postsList.failed': 'The posts could not be read.',
  'postsList.unplanned': 'Without a time',
  'postsList.noTime': 'No time yet',
  'postsList.restore': 'Restore',
  'postsList.emptyTrash': 'Empty trash',
  'postsList.emptyTrashText': '{n} post is removed for good. This cannot be undone. | {n} posts are removed for good. This cannot be undone.',
  'postsList.emptied': '{n} post removed for good | {n} posts removed for good',
  'postsList.column.title': 'Post',
  'postsList.column.state': 'State',
  'postsList.column.planned': 'Time',
  'postsList.column.pillar': 'Pillar',
  'postsList.column.campaign': 'Campaign',
  'postsList.column.channels': 'Channels',
  'postsList.empty.title': 'No posts yet',
  'postsList.empty.text': 'A post is written once and goes out on each channel in its own words.',
  'postsList.empty.noMatch': 'No post matches the filters',
  'postsList.empty.clear': 'Clear filters',
  'postsList.empty.trash': 'The trash is empty',
  'postsList.empty.trashText': 'Posts stay here for 30 days.'
} as const
