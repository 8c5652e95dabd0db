export const searchEn = {
  'search.group.here': 'Posts',
  'search.group.elsewhere': 'In other clients',
  'search.hit': '{title} · {client}',
  'search.untitled': 'Post without words'
} as const
