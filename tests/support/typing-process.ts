import { createCore } from '../../src/main/core'

/** A process that types into a post as fast as it is answered, and prints how long the text was that was acknowledged. */

const { home, clientId, postId, variantId } = JSON.parse(process.argv[2] ?? '{}') as { home: string; clientId: string; postId: string; variantId: string }
const none = () => {
  throw new Error('no workers here')
}
const core = await createCore({ home, resources: home, version: '0.0.0-test', hostName: 'test', spawnMedia: none, spawnReport: none, spawnParse: none })
const { text } = await core.client.posts.get({ clientId, postId })

for (let length = text.length + 1; ; length += 1) {
  await core.client.posts.update({ clientId, postId, text: 'x'.repeat(length) })
  console.log(`post ${length}`)
  await core.client.posts.updateVariant({ clientId, variantId, text: 'y'.repeat(length) })
  console.log(`variant ${length}`)
}
