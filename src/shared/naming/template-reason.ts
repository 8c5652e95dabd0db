import type { TemplateProblem } from './template'

/** Data of `validation.template`: which sentence of `errors.validation.template.reason.*`, and what it is filled from. */
export interface TemplateReason {
  reason: string
  token?: string
  suggestion?: string
  character?: string
  limit?: number
}

export function templateReason(problem: TemplateProblem): TemplateReason {
  switch (problem.reason) {
    case 'unknown-token': {
      const { token, suggestion } = problem
      return suggestion ? { reason: 'unknown-token-near', token, suggestion } : { reason: 'unknown-token', token }
    }
    case 'counter':
      return { reason: 'counter', token: problem.token }
    case 'illegal-character':
      return { reason: 'illegal-character', character: problem.character }
    case 'too-deep':
      return { reason: 'too-deep', limit: problem.limit }
    case 'empty':
    case 'unclosed-brace':
    case 'stray-brace':
    case 'backslash':
    case 'absolute':
    case 'parent-folder':
    case 'empty-folder':
    case 'no-file-name':
      return { reason: problem.reason }
  }
}
