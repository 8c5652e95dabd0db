/** Still and animated formats that can be written. */
export const OUTPUT_FORMATS = ['jpg', 'png', 'webp', 'avif', 'gif'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

/** Formats that can be read. */
export const INPUT_FORMATS = ['jpg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const
export type InputFormat = (typeof INPUT_FORMATS)[number]

/** File name extensions (lower case, no dot) that each readable format goes by. */
export const INPUT_EXTENSIONS: Record<InputFormat, readonly string[]> = {
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif'],
  png: ['png', 'apng'],
  webp: ['webp'],
  gif: ['gif'],
  tiff: ['tif', 'tiff'],
  avif: ['avif', 'avifs']
}

/** Formats that keep transparency. */
export const keepsAlpha = (format: OutputFormat): boolean => format !== 'jpg'
