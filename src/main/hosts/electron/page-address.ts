import { APP_ORIGIN } from '../../../shared/host/host-address'

export const START_URL = `${APP_ORIGIN}/`

/** True for an address of our own page: `app://greenroom/…` and nothing that only looks like it. */
export function isOurAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  // Node gives a scheme it does not know the origin "null"; Chromium does not.
  return `${url.protocol}//${url.host}` === APP_ORIGIN && url.username === '' && url.password === ''
}
