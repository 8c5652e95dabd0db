import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder'
import { photographPaths } from '../support/test-core'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

it('takes paths from where the person is when npm moved to the project', async () => {
  const place = await tempFolder()
  const [photograph = ''] = photographPaths(1)
  await copyFile(photograph, join(place, 'photo.jpg'))
  const greenroom = async (...args: string[]) => {
    const env = { ...process.env, GREENROOM_HOME: join(place, 'home'), npm_lifecycle_event: 'greenroom', INIT_CWD: place }
    const { stdout } = await run(process.execPath, ['bin/greenroom.mjs', ...args, '--json'], { cwd: root, env })
    return JSON.parse(stdout) as unknown
  }
  await greenroom('client', 'add', 'Nordlys')
  expect(await greenroom('asset', 'add', '--client', 'Nordlys', 'photo.jpg')).toMatchObject({ added: [{ file: 'photo.jpg' }] })
})
