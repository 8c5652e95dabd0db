import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

interface Surroundings {
  env?: NodeJS.ProcessEnv
  platform?: NodeJS.Platform
  userHome?: string
}

function platformHome({ env = process.env, platform = process.platform, userHome = homedir() }: Surroundings): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(userHome, 'AppData', 'Roaming'), 'Greenroom')
  if (platform === 'darwin') return join(userHome, 'Library', 'Application Support', 'Greenroom')
  const data = env['XDG_DATA_HOME']
  // The XDG rules have relative paths ignored.
  return join(data?.startsWith('/') ? data : join(userHome, '.local', 'share'), 'greenroom')
}

/** The folder of the app's data: as given, else `GREENROOM_HOME`, else where the system keeps such data. Absolute. */
export function homeFolder(given?: string, surroundings: Surroundings = {}): string {
  const { env = process.env } = surroundings
  return resolve(given || env['GREENROOM_HOME'] || platformHome(surroundings))
}
