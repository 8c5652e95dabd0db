import { readFile } from 'node:fs/promises'

const loopbackAddress = '0100007F'
const hexPort = (port: number) => port.toString(16).toUpperCase().padStart(4, '0')

/** The user at the far end of a connection on this machine, from the text of `/proc/net/tcp`. */
export function ownerIn(table: string, peerPort: number, ownPort: number): number | undefined {
  const near = `${loopbackAddress}:${hexPort(peerPort)}`
  const far = `${loopbackAddress}:${hexPort(ownPort)}`
  for (const line of table.split('\n')) {
    const [, local, remote, , , , , uid] = line.trim().split(/\s+/)
    if (local === near && remote === far) return Number(uid)
  }
  return undefined
}

/**
 * True when another account of this machine opened the connection. A launch address may show in the list of processes
 * while the browser starts; this keeps others from using it. Known on Linux only; root counts as oneself, since
 * port forwarding runs as root and root reads everything anyway.
 */
export async function isForeignPeer(peerPort: number | undefined, ownPort: number): Promise<boolean> {
  const ownUid = process.getuid?.()
  if (process.platform !== 'linux' || peerPort === undefined || ownUid === undefined) return false
  const table = await readFile('/proc/net/tcp', 'utf8').catch(() => '')
  const uid = ownerIn(table, peerPort, ownPort)
  return uid !== undefined && uid !== ownUid && uid !== 0
}
