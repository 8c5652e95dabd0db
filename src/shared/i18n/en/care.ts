/** The response clock: hours, targets and the report of response times. */
export const careEn = {
  'history.step.care.saveHours': 'response hours changed',
  'history.step.care.setTargets': 'response targets changed',
  'history.step.care.removeTargets': 'response targets removed'
} as const
