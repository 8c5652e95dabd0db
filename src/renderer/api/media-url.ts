/**
 * The address for `<img src>` and downloads of what the core gave out; undefined for anything else, so that no foreign
 * address is ever put into the page. Addresses are signed and need nothing added.
 */
export function mediaUrl(address: string | null | undefined): string | undefined {
  return address && /^\/media\/[\w-]+\.[\w-]+$/.test(address) ? address : undefined
}

/** The same for a thumbnail that is shown no larger than 48 px: a small copy, which is decoded in a fraction of the time. */
export function smallPictureUrl(address: string | null | undefined): string | undefined {
  const whole = mediaUrl(address)
  return whole && `${whole}/small`
}
