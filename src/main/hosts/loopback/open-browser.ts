import { spawn } from 'node:child_process'

/** The system's way to open an address: program and arguments before the address. */
function openerOf(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}

/** Opens an address in the person's browser; nothing happens where there is none. */
export function openInBrowser(address: string): void {
  const [program, ...before] = openerOf(process.platform)
  const opener = spawn(program, [...before, address], { stdio: 'ignore', detached: true })
  // No browser: the address stands in the terminal.
  opener.on('error', () => undefined)
  opener.unref()
}
