export const searchEn = {
  'search.group.here': 'Posts',
  'search.group.elsewhere': 'Across clients',
  'search.hit': '{title} · {client}',
  'search.untitled': 'Post without words'
} as const
