/** The job: twelve placements of seven networks, as a campaign asks for them. Ids are those of the channel catalog. */
export const PLACEMENTS = [
  ['ig-feed-4x5', 1080, 1350],
  ['ig-feed-square', 1080, 1080],
  ['ig-story-image', 1080, 1920],
  ['fb-story-image', 1080, 1920],
  ['fb-post-landscape', 1200, 630],
  ['bs-post-landscape', 1600, 900],
  ['li-post-landscape', 1200, 627],
  ['yt-thumbnail', 1280, 720],
  ['pin-standard', 1000, 1500],
  ['x-profile', 400, 400],
  ['x-header', 1500, 500],
  ['ig-feed-landscape', 1080, 566]
].map(([id, width, height]) => ({ id, width, height }))

export const JPEG_QUALITY = 82
export const WEBP_QUALITY = 80

/** Where a person would set the focal point; used by everyone where cropping by hand is compared. */
export const FOCAL = { x: 0.38, y: 0.42 }

/** Bytes a pixel that hold nearly every photograph under its quality: limits that bind, as those of small banners do. */
export const CAP_BYTES_PER_PIXEL = 0.08

export const capFor = ({ width, height }) => Math.round(width * height * CAP_BYTES_PER_PIXEL)

/** Quality that no search goes below. */
export const FLOOR_QUALITY = 20
