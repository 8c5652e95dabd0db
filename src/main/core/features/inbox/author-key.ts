/** How messages know their author: the handle or name in one spelling, without the sign before it. */
export const authorKey = (author: string): string => author.normalize('NFKC').trim().replace(/^@+/, '').replace(/\s+/gu, ' ').toLowerCase().slice(0, 400)
