import { constants } from 'node:fs'
import { lstat, open, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { numberedName } from '../../../../shared/naming'
import { syncDirectory } from '../../files/durable-folders'
import { asDiskError } from '../../files/file-errors'
import { mergeManifests } from './manifest'
import { manifestSchema, type Manifest } from './manifest-schema'
import { linkIfFree } from './place-file'

/** A manifest larger than this is not read, and so not ours: about 100,000 files. */
const MAX_BYTES = 128 * 1024 * 1024

async function readManifest(path: string): Promise<unknown> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const { size } = await file.stat()
    return size > MAX_BYTES ? undefined : (JSON.parse(await file.readFile('utf8')) as unknown)
  } catch {
    return undefined
  } finally {
    await file.close()
  }
}

type InPlace = { kind: 'free' } | { kind: 'ours'; manifest: Manifest } | { kind: 'foreign' }

/** What lies at a place for a manifest; only one of the same client counts as ours. */
async function look(path: string, clientId: string): Promise<InPlace> {
  const found = await lstat(path).catch(() => undefined)
  if (!found) return { kind: 'free' }
  if (!found.isFile()) return { kind: 'foreign' }
  const parsed = manifestSchema.safeParse(await readManifest(path))
  return parsed.success && parsed.data.client.id === clientId ? { kind: 'ours', manifest: parsed.data } : { kind: 'foreign' }
}

export interface ManifestPlace {
  path: string
  /** What it said before this export. */
  earlier: Manifest | null
}

/** `manifest.json`, or the first number of it that is free or ours: somebody else's is never touched. */
export async function findManifestPlace(folder: string, clientId: string): Promise<ManifestPlace> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, numberedName('manifest.json', number))
    const there = await look(path, clientId)
    if (there.kind !== 'foreign') return { path, earlier: there.kind === 'ours' ? there.manifest : null }
  }
}

/** Entries whose file the person has deleted since are no longer true. */
async function stillThere(folder: string, manifest: Manifest): Promise<Manifest> {
  const there = await Promise.all(
    manifest.files.map(({ path }) => lstat(join(folder, ...path.split('/'))).then((found) => found.isFile(), () => false))
  )
  return { ...manifest, files: manifest.files.filter((_, index) => there[index]) }
}

async function writePart(part: string, text: string): Promise<void> {
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Writes the manifest of a folder whole or not at all, together with what earlier exports said in it.
 *
 * @param part name of the half file, beside the manifest
 * @returns the path of the manifest
 * @throws AppError `unavailable.disk`
 */
export async function writeManifest(folder: string, part: string, place: ManifestPlace, latest: Manifest): Promise<string> {
  const whole = await stillThere(folder, place.earlier ? mergeManifests(place.earlier, latest) : latest)
  const half = join(folder, part)
  try {
    await writePart(half, `${JSON.stringify(whole, null, 2)}\n`)
    if (place.earlier) await rename(half, place.path)
    else if (!(await linkIfFree(half, place.path))) {
      return await writeManifest(folder, part, await findManifestPlace(folder, latest.client.id), latest)
    }
    await syncDirectory(folder)
    return place.path
  } catch (error) {
    await unlink(half).catch(() => undefined)
    throw asDiskError(error, folder)
  }
}
