/**
 * The one rule for addresses that leave the app: `https:` to another machine, and `mailto:` without attachments.
 * Text that strangers wrote ends up here, so what is not plainly an address of these two kinds is refused.
 */

const MAX_LENGTH = 4000
/** White space, control characters, quotes, angle brackets and the like: no serialized address has them. */
const NEVER_IN_AN_ADDRESS = /[\p{C}\p{Z}"<>\\^`{|}]/u
const MAIL_FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body'])
const LINE_BREAK = /[\r\n]/

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '0.0.0.0' || host === '[::1]' || host === '[::]'
}

function openableWeb(url: URL): boolean {
  const withName = url.username !== '' || url.password !== ''
  // A trailing dot names the same machine.
  return !withName && url.hostname !== '' && !isThisMachine(url.hostname.replace(/\.$/, ''))
}

function openableMail(url: URL): boolean {
  if (url.hash !== '' || url.pathname.startsWith('/')) return false
  const to = decodeOrUndefined(url.pathname)
  if (to === undefined || LINE_BREAK.test(to)) return false
  const given = [...url.searchParams]
  if (to === '' && !given.some(([name]) => name.toLowerCase() === 'to')) return false
  return given.every(([name, value]) => {
    const field = name.toLowerCase()
    return MAIL_FIELDS.has(field) && (field === 'body' || !LINE_BREAK.test(value))
  })
}

function decodeOrUndefined(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * The address as it may be handed to the system, or undefined where it must not be opened.
 * Host names come back in their ASCII form, so that a look-alike is seen before it is opened.
 */
export function gateUrl(text: string): string | undefined {
  if (text.length > MAX_LENGTH || NEVER_IN_AN_ADDRESS.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol === 'https:') return /^https:\/\/[^/]/i.test(text) && openableWeb(url) ? url.href : undefined
  if (url.protocol === 'mailto:') return openableMail(url) ? url.href : undefined
  return undefined
}
