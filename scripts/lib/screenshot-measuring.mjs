/** The screens of figures that pictures are taken of; see `screenshot-screens.mjs` for what the fields mean. */

const TABS = ['overview', 'channels', 'posts', 'times', 'groups', 'campaigns', 'followers', 'ads', 'traffic', 'learnings', 'matches']
/** A section is open, and its page beside it. */
const onSection = async page => {
  await page.locator('main').getByText('Channels', { exact: true }).first().click()
  await page.getByText(/^Page 4 of/).waitFor()
}

export const figuresOfDemo = [
  ...TABS.map(name => ({ state: 'demo', name: `analytics-${name}`, path: `/clients/:client/analytics/${name}` })),
  { state: 'demo', name: 'analytics-clients', path: '/analytics' },
  { state: 'demo', name: 'imports-history', path: '/clients/:client/imports' },
  { state: 'demo', name: 'reports', path: '/clients/:client/reports' },
  { state: 'demo', name: 'report', path: '/clients/:client/reports/:report', act: onSection },
  { state: 'demo', name: 'reports-clients', path: '/reports' }
]

export const withoutFigures = ['analytics/overview', 'analytics/posts', 'analytics/matches', 'analytics/learnings', 'reports'].map(path => ({
  state: 'empty', name: path.replace('/', '-'), path: `/clients/:client/${path}`
}))
