/** What browsers and Node both have and the language's own library does not name. Seen by `src/shared` alone. */
interface URL {
  readonly href: string
  readonly origin: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  hostname: string
  readonly port: string
  pathname: string
  readonly search: string
  hash: string
  readonly searchParams: Iterable<[string, string]> & { keys(): Iterable<string>; delete(name: string): void }
}

declare const URL: {
  new (address: string): URL
  canParse(address: string): boolean
}

