import { describe, expect, it } from 'vitest'
import { gateUrl } from '../../src/shared/url-gate'

const opened = [
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://Example.org/A?b=c#d', 'https://example.org/A?b=c#d'],
  ['https://example.org:8443/x', 'https://example.org:8443/x'],
  ['https://www.instagram.com/p/Cx_1-2/?igsh=abc%20d', 'https://www.instagram.com/p/Cx_1-2/?igsh=abc%20d'],
  ['https://example.org/søk?q=æøå', 'https://example.org/s%C3%B8k?q=%C3%A6%C3%B8%C3%A5'],
  ['mailto:press@example.org', 'mailto:press@example.org'],
  ['mailto:a@example.org,b@example.org?subject=Hello%20there&body=Line%201%0ALine%202', 'mailto:a@example.org,b@example.org?subject=Hello%20there&body=Line%201%0ALine%202'],
  ['mailto:?to=a@example.org', 'mailto:?to=a@example.org']
]

const refused = [
  ['plain http', 'http://example.org/'],
  ['a script', ['javascript', 'alert(1)'].join(':')],
  ['a script behind a line break', 'java\nscript:alert(1)'],
  ['a script behind white space', ' javascript:alert(1)'],
  ['a document in the address', 'data:text/html,<script>alert(1)</script>'],
  ['a file', 'file:///etc/passwd'],
  ['a network share', 'file://server/share/run.exe'],
  ['a share without a scheme', '\\\\server\\share'],
  ['an address without a scheme', '//example.org/x'],
  ['a path', '/usr/bin/id'],
  ['a Windows drive', 'C:\\Windows\\System32\\calc.exe'],
  ['our own scheme', 'app://greenroom/'],
  ['a Windows handler', 'ms-msdt:/id PCWDiagnostic'],
  ['a search handler', 'search-ms:query=x&crumb=location:\\\\server'],
  ['an editor handler', 'vscode://file/etc/passwd'],
  ['a terminal handler', 'ssh://-oProxyCommand=id/x'],
  ['a phone call', 'tel:+4712345678'],
  ['a view of a source', 'view-source:https://example.org'],
  ['a blob', 'blob:https://example.org/1234'],
  ['ftp', 'ftp://example.org/x'],
  ['a name before the host', 'https://example.org@evil.example/'],
  ['a name and a password', 'https://user:secret@example.org/'],
  ['backslashes', 'https:\\\\evil.example'],
  ['no slashes', 'https:example.org'],
  ['no host', 'https:///example.org'],
  ['this machine', 'https://localhost:8443/'],
  ['this machine by number', 'https://127.0.0.1/'],
  ['this machine in another writing', 'https://0x7f.1/'],
  ['this machine in IPv6', 'https://[::1]/'],
  ['this machine with a dot behind', 'https://localhost./'],
  ['a line break inside', 'https://example.org/\nx'],
  ['a NUL', 'https://example.org/\0'],
  ['text that runs backwards', 'https://example.org/\u202egpj.exe'],
  ['a quote', 'https://example.org/" --no-sandbox'],
  ['an attachment', 'mailto:a@example.org?attach=/etc/passwd'],
  ['an attachment in capitals', 'mailto:a@example.org?ATTACH=/etc/passwd'],
  ['an attachment in disguise', 'mailto:a@example.org?%61ttach=/etc/passwd'],
  ['an attachment by another name', 'mailto:a@example.org?attachment=/etc/passwd'],
  ['a second header', 'mailto:a@example.org?subject=x%0d%0aBcc:b@example.org'],
  ['a header in the address', 'mailto:a@example.org%0aBcc:b@example.org'],
  ['mail to nobody', 'mailto:?subject=x'],
  ['nothing', ''],
  ['an endless one', `https://example.org/${'a'.repeat(4000)}`]
]

describe('The URL gate', () => {
  it.each(opened)('lets %s through', (given, address) => {
    expect(gateUrl(given!)).toBe(address)
  })

  it.each(refused)('refuses %s', (_what, given) => {
    expect(gateUrl(given!)).toBeUndefined()
  })

  it('shows a look-alike host in its ASCII form', () => {
    expect(gateUrl('https://аpple.com/')).toBe('https://xn--pple-43d.com/')
  })
})
