import library from 'twitter-text'

/** The network's own library; this is the one place that imports it. */
export const twitterText = library
