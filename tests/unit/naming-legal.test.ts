import { describe, expect, it } from 'vitest'
import { foldedName, legalName, NameRegister, numberedName, utf8Bytes } from '../../src/shared/naming'

const devices = ['CON', 'prn', 'Aux', 'NUL', 'com1', 'COM9', 'LPT1', 'lpt9', 'COM¹', 'LPT³', 'CONIN$', 'conout$', 'con.txt', 'nul.tar.gz', 'aux .png', 'COM0']
const ends = ['dot.', 'dots...', 'space ', 'spaces   ', '. .', '...', '..', '.', ' ', '', '.htaccess', '  lead', 'a. . .']
const marks = ['a/b', 'a\\b', '../../etc/passwd', 'C:\\Windows\\x', '/etc/shadow', 'a<b>c', 'a:b', 'a"b', 'a|b', 'what?', 'st*r', 'x:stream', '\\\\server\\share']
const controls = ['tab\there', 'new\nline', 'nul\0byte', 'bell\u0007', 'esc\u001b[31mred', 'del\u007f', 'c1\u0085next', 'sep\u2028line', 'lone\ud800half', '\udfff', 'non\uffff']
const directions = ['invoice\u202Egnp.exe', '\u2066isolate\u2069', 'mark\u200Ffoo', '\uFEFFbom', 'soft\u00ADhyphen', '\u200B', '\u200D', 'tag\u{E0041}']
const code = ['$(rm -rf ~)', '`id`', '; rm -rf /', '-rf', '=cmd|calc!A1', '<img src=x onerror=alert(1)>', '{{7*7}}', '%00', '%2e%2e%2f', '#set page']
const long = ['x'.repeat(400), 'é'.repeat(300), '👨‍👩‍👧‍👦'.repeat(40), 'क्षि'.repeat(120), '한'.repeat(200), `${'a'.repeat(198)}👍🏽`]
const scripts = ['Łódź – zażółć', 'Ελληνικά', '日本語の写真', 'صورة', 'cafe\u0301', 'Å', 'İstanbul', 'straße', '🇳🇴 flag', 'ﬁle']
const nasty = [...devices, ...ends, ...marks, ...controls, ...directions, ...code, ...long, ...scripts]

const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i

describe('names of files', () => {
  it('are tried with at least seventy nasty ones', () => {
    expect(new Set(nasty).size).toBeGreaterThanOrEqual(70)
  })

  it.each(nasty)('are legal on Windows, macOS and Linux at once: %j', (name) => {
    const legal = legalName(name, { extension: '.jpg' })
    expect(legal).toMatch(/.\.jpg$/)
    expect(legal).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
    expect(legal).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF]/)
    expect(legal).not.toMatch(/^[\s.]|[\s.]$/)
    expect(legal).not.toMatch(reserved)
    expect(utf8Bytes(legal)).toBeLessThanOrEqual(255)
    expect(legal).toBe(legal.normalize('NFC'))
    expect(Buffer.from(legal, 'utf8').toString('utf8')).toBe(legal)
  })

  it.each(nasty)('are legal for folders too: %j', (name) => {
    const legal = legalName(name)
    expect(legal).not.toBe('')
    expect(legal).not.toMatch(/[\s.]$|[/\\]/)
    expect(legal).not.toMatch(reserved)
  })

  it('stay as they are when nothing is wrong with them', () => {
    for (const name of ['Black Canyon, 1871', 'صورة', 'Łódź – zażółć', 'a.b.c']) {
      expect(legalName(name, { extension: '.png' })).toBe(`${name}.png`)
    }
  })

  it('are cut between characters as a person sees them', () => {
    const family = '👨‍👩‍👧‍👦'
    const cut = legalName(family.repeat(40)).replaceAll(family, '')
    expect(cut).toBe('')
    expect(legalName('e\u0301'.repeat(300))).toMatch(/^é+$/)
  })

  it('are given out once, whatever the case and the composition of letters', () => {
    const register = new NameRegister()
    const given = ['Café.jpg', 'cafe\u0301.jpg', 'CAFÉ.JPG', 'café.jpg', 'straße.jpg', 'STRASSE.jpg', ...nasty.map((name) => legalName(name, { extension: '.jpg' }))]
    const claimed = given.map((name) => register.claim(name))
    expect(claimed.slice(0, 4)).toEqual(['Café.jpg', 'cafe\u0301_2.jpg', 'CAFÉ_3.JPG', 'café_4.jpg'])
    expect(new Set(claimed.map(foldedName)).size).toBe(given.length)
  })

  it('count on from the next free number', () => {
    const register = new NameRegister()
    register.add('a/photo_2.jpg')
    expect([1, 2, 3].map(() => register.claim('a/photo.jpg'))).toEqual(['a/photo.jpg', 'a/photo_3.jpg', 'a/photo_4.jpg'])
    expect(register.claim('b/photo.jpg')).toBe('b/photo.jpg')
  })

  it('get their number before the extension', () => {
    expect(numberedName('a.b/c.jpg', 2)).toBe('a.b/c_2.jpg')
    expect(numberedName('a.b/c', 3)).toBe('a.b/c_3')
  })
})
