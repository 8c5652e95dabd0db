/** The screens of community that pictures are taken of; see `screenshot-screens.mjs` for what the fields mean. */

const PLACES = ['', '/replies', '/knowledge', '/rules', '/times', '/times/hours', '/import']
const PEOPLE = ['', '/fans', '/outreach', '/same', '/privacy']

const firstConversation = async page => {
  await page.locator('[role=option], [data-row]').first().click()
}

export const communityOfDemo = [
  ...PLACES.map(place => ({ state: 'demo', name: `inbox${place.replaceAll('/', '-')}`, path: `/clients/:client/inbox${place}` })),
  { state: 'demo', name: 'inbox-thread', path: '/clients/:client/inbox', act: firstConversation },
  { state: 'demo', name: 'inbox-clients', path: '/inbox' },
  ...PEOPLE.map(place => ({ state: 'demo', name: `people${place.replace('/', '-')}`, path: `/clients/:client/people${place}` })),
  { state: 'demo', name: 'crisis', path: '/clients/:client/crisis' },
  { state: 'demo', name: 'incident', path: '/clients/:client/crisis/:incident' }
]

export const withoutCommunity = ['inbox', 'people', 'crisis'].map(name => ({ state: 'empty', name, path: `/clients/:client/${name}` }))
