/** What is kept of a line that was typed or pasted. */
export interface IdeaInput {
  title: string
  link: string
  text: string
}

const MAX_TITLE = 300
const WEB = /^https?:\/\/\S+$/i
const LINK_WITHIN = /https?:\/\/\S+/i

/** A lone address is the link of the idea; one within words is kept in both. Further lines are its text. */
export function ideaFrom(input: string): IdeaInput | undefined {
  const words = input.trim()
  if (words === '') return undefined
  if (WEB.test(words)) return { title: '', link: words, text: '' }
  const [first = '', ...rest] = words.split('\n')
  const link = LINK_WITHIN.exec(words)?.[0] ?? ''
  const title = first.trim()
  if (title.length > MAX_TITLE) return { title: '', link, text: words }
  return { title, link, text: rest.join('\n').trim() }
}

/** The place that a link leads to, `example.org`; empty where it is none. */
export function siteOf(link: string): string {
  try {
    return new URL(link).hostname.replace(/^www\./, '')
  } catch {
    return ''
  }
}
