export { answerOperations } from './operations'
export { createWebAnswers, type WebAnswers } from './web-answers'
export { contentPolicy, securityHeaders } from './security-headers'
export { refusalResponse, refusals, refuse, type Refusal, type RefusalKind } from './refusals'
