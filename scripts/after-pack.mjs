import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { inRoot } from './lib/paths.mjs'

/** electron-builder's number for it. */
const ARM64 = 3

/** The nine fuses as they are shipped, by their names in @electron/fuses. */
export const FUSES = JSON.parse(readFileSync(inRoot('scripts', 'fuses.json'), 'utf8'))

/**
 * Sets every fuse of a packed Electron on purpose, then reads them back.
 *
 * @param {string} program the Electron binary, or the .app folder on macOS
 * @param {{ sign?: boolean }} [options] `sign` renews the ad-hoc signature that changing the file breaks on Apple silicon
 * @throws where Electron has a fuse that the table does not name, or one does not read back as set
 */
export async function setFuses(program, { sign = false } = {}) {
  const wanted = Object.entries(FUSES).map(([name, on]) => [FuseV1Options[name], on])
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: sign,
    ...Object.fromEntries(wanted)
  })
  const wire = await getCurrentFuseWire(program)
  for (const [fuse, on] of wanted) {
    const expected = on ? FuseState.ENABLE : FuseState.DISABLE
    if (wire[fuse] !== expected) throw new Error(`Fuse ${FuseV1Options[fuse]} does not read back as ${on ? 'on' : 'off'}.`)
  }
}

/** electron-builder's hook: the files lie in place and are not signed yet. */
export async function afterPack({ appOutDir, electronPlatformName, packager, arch }) {
  const product = packager.appInfo.productFilename
  const program = { darwin: `${product}.app`, win32: `${product}.exe` }[electronPlatformName] ?? packager.executableName
  await setFuses(join(appOutDir, program), { sign: electronPlatformName === 'darwin' && arch === ARM64 })
}
