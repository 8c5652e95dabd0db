import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { inRoot } from './paths.mjs'
import { runNode } from './run.mjs'
import { addFullPlan } from './screenshot-plan.mjs'
import { SetupError, say } from './say.mjs'

const cli = inRoot('out', 'main', 'cli.js')

/** Pictures of the full library: as many as a client has after some months. */
const FULL_LIBRARY = 300

/** Runs a command of the built command line on a home and answers with its JSON. */
export async function greenroom(home, args) {
  const { code, output } = await runNode(cli, ['--home', home, '--json', '--quiet', ...args], { capture: true })
  if (code !== 0) throw new SetupError(`greenroom ${args.join(' ')} ended with ${code}.\n${output}`)
  return JSON.parse(output)
}

/** A number from 0 to 1 that is the same for the same index in every run. */
const spread = index => (Math.imul(index + 1, 2654435761) >>> 0) / 2 ** 32

/** Crops and sizes of the demo's photographs, so that a library of hundreds looks like one. */
async function writeVariants(folder) {
  const { photographs } = JSON.parse(readFileSync(inRoot('resources', 'demo', 'demo.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < FULL_LIBRARY; index += 1) {
    const { slug } = photographs[index % photographs.length]
    const source = sharp(inRoot('node_modules', '@stdlib', `datasets-img-${slug}`, 'data', 'image.jpg'))
    const { width, height } = await source.metadata()
    const kept = 0.45 + 0.5 * spread(index)
    const part = {
      width: Math.round(width * kept),
      height: Math.round(height * Math.min(1, kept * (0.75 + 0.5 * spread(index + 1000))))
    }
    const left = Math.floor((width - part.width) * spread(index + 2000))
    const top = Math.floor((height - part.height) * spread(index + 3000))
    const file = join(folder, `${String(index + 1).padStart(3, '0')}-${slug}.jpg`)
    await source.extract({ left, top, ...part }).jpeg({ quality: 80 }).toFile(file)
  }
}

async function addFullLibrary(home, work) {
  const photos = join(work, 'variants')
  await writeVariants(photos)
  await greenroom(home, ['client', 'add', 'Picture Desk', '--color', '#2f4b7a', '--zone', 'Europe/Oslo', '--language', 'nb'])
  await greenroom(home, ['asset', 'add', '-c', 'Picture Desk', photos])
  await greenroom(home, ['export', '-c', 'Picture Desk', '--all', '--placement', 'gbp-photo,ig-profile', '--out', join(work, 'exported')])
  rmSync(photos, { recursive: true, force: true })
}

/** The export that the demo client's screens show: sizes that photographs of a thousand pixels fill well. */
const demoDraft = {
  pictures: { kind: 'all' },
  placementIds: ['gbp-photo', 'ig-feed-landscape', 'x-link-card-large', 'ig-feed-square', 'fb-link-preview', 'pin-board-cover', 'li-company-photo', 'ig-profile'],
  settings: { render: { fit: 'cover', allowUpscale: true } },
  excluded: []
}

const remember = (home, clientId, name, value) =>
  greenroom(home, ['call', 'settings.put', JSON.stringify({ key: `view.${clientId}.${name}`, value })])

/** A post of the demo with several channels that is still to be handed over, one that waits, a campaign, and a pack. */
async function planOf(home, clientId) {
  const list = (operation, input) => greenroom(home, ['call', operation, JSON.stringify({ clientId, ...input })])
  const { posts } = await list('posts.list', { unplanned: false, limit: 100 })
  const open = posts.filter(post => post.variants.some(({ state }) => state === 'scheduled'))
  const [post] = open.sort((one, other) => other.variants.length - one.variants.length || other.mediaCount - one.mediaCount)
  const { campaigns } = await list('campaigns.list', {})
  const { reports } = await list('reports.list', {})
  const [incident] = (await list('incidents.list', {})).incidents
  return { incident: incident.id, post: post.id, variant: post.variants.find(({ state }) => state === 'scheduled').id, campaign: campaigns[0].id, report: reports.find(({ language }) => language === 'en').id }
}

/**
 * Two homes to take pictures of: one as it is after the first start, one with the demo client, a client without anything,
 * and a client with a full library and a full calendar.
 *
 * @param {string} work folder to make them in
 */
export async function prepareHomes(work) {
  const [fresh, filled] = [join(work, 'fresh'), join(work, 'filled')]
  say('Making the demo client.')
  await greenroom(filled, ['demo', '--out', join(work, 'demo')])
  await greenroom(filled, ['client', 'add', 'Harbor Bakery', '--color', '#a2483b', '--zone', 'Europe/Rome', '--language', 'it'])
  say(`Making a client with ${FULL_LIBRARY} pictures.`)
  await addFullLibrary(filled, work)
  const { clients } = await greenroom(filled, ['client', 'list'])
  const idOf = name => clients.find(client => client.name === name).id
  const demo = idOf('Museum of Early Photography')
  say('Planning 2,000 posts.')
  await addFullPlan(args => greenroom(filled, args), { id: idOf('Picture Desk'), name: 'Picture Desk' }, work)
  const { assets } = await greenroom(filled, ['asset', 'list', '-c', demo])
  await remember(filled, demo, 'exports.draft', demoDraft)
  await remember(filled, demo, 'asset.placements', ['ig-story-image', 'gbp-photo', 'li-company-photo', 'pin-profile-cover', 'fb-personal-cover', 'ig-profile'])
  const { jobs } = await greenroom(filled, ['jobs', 'list', '-c', demo])
  return {
    fresh,
    filled,
    empty: idOf('Harbor Bakery'),
    demo,
    full: idOf('Picture Desk'),
    asset: assets.find(asset => asset.fileName === 'nagasaki-boats.jpg').id,
    job: jobs.find(job => job.kind === 'renditions.export').id,
    pack: jobs.find(job => job.kind === 'hand-off.pack').id,
    ...(await planOf(filled, demo))
  }
}
