/** What browsers and Node both have and the language's own library does not name. Seen by `src/shared` alone. */
interface URL {
  readonly href: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly hostname: string
  readonly pathname: string
  readonly hash: string
  readonly searchParams: Iterable<[string, string]>
}

declare const URL: {
  new (address: string): URL
  canParse(address: string): boolean
}

