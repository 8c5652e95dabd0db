/** Steps of the change log that the calendar makes, and why a rule of repeats cannot be used. */
export const calendarStepsEn = {
  'history.step.calendar.setCountries': 'countries of the holidays changed',
  'history.step.calendar.saveDate': 'own date saved',
  'history.step.calendar.removeDate': 'own date removed',
  'history.step.calendar.saveView': 'view “{name}” saved',
  'history.step.calendar.removeView': 'view removed',
  'history.step.calendar.fillSlots': '{n} post put into free slots | {n} posts put into free slots',
  'history.step.calendar.moveInQueue': 'order of a queue changed',
  'history.step.calendar.repeat': 'repeat set up',
  'history.step.calendar.applyToSeries': 'repeats changed',
  'history.step.calendar.endSeries': 'repeat ended',
  'history.step.calendar.setEvergreen': 'evergreen of a post changed',
  'history.step.calendar.recycle': 'evergreen posts put into free slots',
  'history.step.calendar.extendSeries': 'next repeats made',
  'history.step.calendar.refreshInstants': 'times worked out anew by the zone rules of this version',
  'errors.validation.rule.reason.unreadable': 'The rule cannot be read.',
  'errors.validation.rule.reason.too-often': 'It repeats more often than once a day.',
  'errors.validation.rule.reason.hours': 'It names hours; the time of day is that of the post.',
  'errors.validation.rule.reason.too-many': 'It counts further than 1,000.',
  'errors.validation.rule.reason.two-ends': 'It ends both after a count and on a day.',
  'errors.validation.rule.reason.never': 'It gives no day at all.'
} as const
