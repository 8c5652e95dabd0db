/**
 * Our own small drawings for the networks, on a 20 x 20 grid, drawn as 1.5 px strokes.
 * They hint at what a network is about (a pin, a step up, rings) and are no copies of logos.
 */
export const networkGlyphs = {
  facebook: ['M8 10.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z', 'M4.5 14.5c.4-2 1.7-3 3.5-3s3.1 1 3.5 3', 'M12.2 6.4a2 2 0 0 1 0 3.8', 'M13.4 11.9c1.1.4 1.8 1.3 2.1 2.6'],
  instagram: ['M5 7.5V5h2.5', 'M12.5 5H15v2.5', 'M15 12.5V15h-2.5', 'M7.5 15H5v-2.5', 'M10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5Z'],
  x: ['M5.5 5.5l9 9', 'M14.5 5.5l-3.5 3.5', 'M9 11l-3.5 3.5'],
  linkedin: ['M5 15v-3h3.3V9h3.4V6H15v9'],
  tiktok: ['M6 8.5v3', 'M8.7 5.5v9', 'M11.4 7.5v5', 'M14.1 9v2'],
  youtube: ['M8 5.5l5 3.25-5 3.25Z', 'M5 15h10', 'M9 15v-.01'],
  snapchat: ['M10 16a4.75 4.75 0 1 0 0-9.5A4.75 4.75 0 0 0 10 16Z', 'M10 11.25V8.75', 'M8.5 4.25h3'],
  pinterest: ['M10 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5Z', 'M10 11.5V16'],
  threads: ['M4.5 7.5c2 0 2.5-2 5.5-2s3.5 2 5.5 2', 'M4.5 11c2 0 2.5-2 5.5-2s3.5 2 5.5 2', 'M4.5 14.5c2 0 2.5-2 5.5-2s3.5 2 5.5 2'],
  bluesky: ['M4.5 13h11', 'M7 13a3 3 0 0 1 6 0', 'M10 7V5.5', 'M14.2 8.8l1-1', 'M5.8 8.8l-1-1', 'M7.5 15.5h5'],
  mastodon: ['M10 8a1.75 1.75 0 1 0 0-3.5A1.75 1.75 0 0 0 10 8Z', 'M6 15a1.75 1.75 0 1 0 0-3.5A1.75 1.75 0 0 0 6 15Z', 'M14 15a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z', 'M9.2 7.9l-2.3 3.7', 'M10.8 7.9l2.3 3.7', 'M7.9 13.25h4.2'],
  'google-business': ['M5.5 5.5h9l1 3.25a1.85 1.85 0 0 1-3.67 0 1.85 1.85 0 0 1-3.66 0 1.85 1.85 0 0 1-3.67 0Z', 'M6 11.5v3.25h8V11.5'],
  whatsapp: ['M5 15l.8-2.6A5 5 0 1 1 7.7 14.3Z', 'M8 9.25h4', 'M8 11.25h2.5']
} as const

export type NetworkId = keyof typeof networkGlyphs

export function isNetworkId(id: string): id is NetworkId {
  return Object.hasOwn(networkGlyphs, id)
}
