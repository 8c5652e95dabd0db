import { constants } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'

/**
 * The one rule for paths that come from outside: names in archives, command-line arguments, destinations. A path is
 * looked at by the real path of its parent, so that a link on the way cannot lead out of the folder it was meant for.
 */

/** Why a path was refused; the `reason` of `validation.destination`. */
export type PathRefusal = 'bad-name' | 'outside' | 'link' | 'not-a-file' | 'missing' | 'network-path'

const windowsDevice = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i
const neverInAName = /[\p{Cc}<>:"|?*\\/]/u
/** `\\server\share`, `\\?\…`, `//server/share`: asking for one hands the person's credentials to its server. */
const networkOrDevice = /^[\\/]{2}/

function refuse(path: string, reason: PathRefusal): never {
  throw new AppError('validation.destination', { path, reason })
}

/** True for a name that every one of the three systems takes as it is: no separators, devices, trailing dots or spaces. */
export function isPlainName(name: string): boolean {
  const special = name === '' || name === '.' || name === '..'
  return !special && Buffer.byteLength(name) <= 255 && !neverInAName.test(name) && !/[. ]$/.test(name) && !windowsDevice.test(name)
}

/** True when `path` is `folder` or lies in it; both must be real paths. `/a/bc` does not lie in `/a/b`. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return refuse(path, 'missing')
  }
}

async function whatIs(path: string) {
  try {
    return await lstat(path)
  } catch {
    return undefined
  }
}

/**
 * Where `name`, a relative path from outside with `/` or the system's separator, lies in `root`. Its folder must exist.
 *
 * @throws AppError `validation.destination` when a part is no plain name, or a link leads out, or a link is in its place
 */
export async function resolveInside(root: string, name: string): Promise<string> {
  const parts = name.split(sep === '\\' ? /[\\/]/ : '/')
  if (!parts.every(isPlainName)) refuse(name, 'bad-name')
  const realRoot = await realFolder(root)
  const wanted = join(realRoot, ...parts)
  const folder = await realFolder(dirname(wanted))
  if (!isInside(realRoot, folder)) refuse(name, 'outside')
  const path = join(folder, basename(wanted))
  if ((await whatIs(path))?.isSymbolicLink()) refuse(name, 'link')
  return path
}

/**
 * Makes a new file inside `root` for writing, readable by its owner only; never follows a link, never opens what is there.
 *
 * @throws AppError `validation.destination` as `resolveInside`; the system's `EEXIST` where the name is taken
 */
export async function createInside(root: string, name: string): Promise<FileHandle> {
  const path = await resolveInside(root, name)
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants
  // Windows has no O_NOFOLLOW; O_EXCL refuses links there too.
  return open(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600)
}

export interface GivenPath {
  /** Absolute, with the links of its parent resolved. */
  path: string
  kind: 'file' | 'folder'
}

/**
 * A path that somebody named: an argument, a drop on the icon, a folder that an export was written to. Answers with
 * what lies there.
 *
 * @param from folder that relative paths start at
 * @throws AppError `validation.destination` for links, devices, pipes, sockets, network shares, and what is not there
 */
export async function checkGivenPath(given: string, from: string): Promise<GivenPath> {
  if (networkOrDevice.test(given)) refuse(given, 'network-path')
  if (given === '' || given.includes('\0')) refuse(given, 'bad-name')
  const absolute = resolve(from, given)
  const parent = await realFolder(dirname(absolute))
  const path = basename(absolute) === '' ? parent : join(parent, basename(absolute))
  const found = await whatIs(path)
  if (!found) return refuse(given, 'missing')
  if (found.isSymbolicLink()) return refuse(given, 'link')
  if (found.isDirectory()) return { path, kind: 'folder' }
  return found.isFile() ? { path, kind: 'file' } : refuse(given, 'not-a-file')
}
