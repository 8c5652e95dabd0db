import { expect } from 'vitest'
import { securityHeaders } from '../../src/main/hosts/web'
import type { RawAnswer } from './raw-http'

/** The security headers are there, and nothing lets another page or a cookie in. */
export function expectSecured(answer: RawAnswer): void {
  for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name), name).toBe(value)
  const names = [...answer.headers.keys()]
  expect(names.filter((name) => name.startsWith('access-control-') || name === 'set-cookie')).toEqual([])
}

/** A refusal with this status: a small JSON document with a code and a sentence, and secured like every answer. */
export function expectRefused(answer: RawAnswer, status: number): void {
  expect(answer.status).toBe(status)
  expectSecured(answer)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const { code, message, ...more } = JSON.parse(answer.body) as { code: string; message: string }
  expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/)
  expect(message).toMatch(/^[A-Z].*\.$/)
  expect(more).toEqual({})
}
