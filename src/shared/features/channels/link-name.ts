/** The name of an account at the end of its link: `https://instagram.com/north.gallery/?hl=en` is `north.gallery`. Empty where there is none. */
export const nameInLink = (link: string): string => link.replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? ''
