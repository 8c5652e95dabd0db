const asText = (icc: Buffer, at: number, size: number): string => {
  const kind = icc.toString('latin1', at, at + 4)
  if (kind === 'desc') {
    const length = icc.readUInt32BE(at + 8)
    return icc.toString('latin1', at + 12, at + 12 + Math.min(length, size - 12))
  }
  if (kind !== 'mluc' || icc.readUInt32BE(at + 8) < 1) return ''
  const length = icc.readUInt32BE(at + 20)
  const start = at + icc.readUInt32BE(at + 24)
  const bytes = Buffer.from(icc.subarray(start, start + Math.min(length - (length % 2), 512)))
  return bytes.swap16().toString('utf16le')
}

/** The description of a color profile, at most 80 characters; null when there is none that can be read. */
export const iccName = (icc: Buffer | undefined): string | null => {
  if (!icc || icc.length < 132) return null
  try {
    const tags = Math.min(icc.readUInt32BE(128), 100)
    for (let tag = 0; tag < tags; tag += 1) {
      const entry = 132 + tag * 12
      if (icc.toString('latin1', entry, entry + 4) !== 'desc') continue
      const text = asText(icc, icc.readUInt32BE(entry + 4), icc.readUInt32BE(entry + 8))
      return text.replace(/[^\x20-\x7e\u00a0-\uffff]/g, '').trim().slice(0, 80) || null
    }
  } catch {
    // A profile whose offsets point outside of itself has no name.
  }
  return null
}

/** Whether converting from this profile to sRGB would change nothing. */
export const isPlainSrgb = (name: string | null): boolean =>
  name !== null && /^(?:sRGB|sRGB IEC61966-2[.-]1|sRGB built-in|c2)$/i.test(name)
