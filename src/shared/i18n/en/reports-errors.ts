/** What can go wrong with reports: what, why, what to do. */
export const reportsErrorsEn = {
  'errors.not-found.report.what': 'The report is no longer there.',
  'errors.not-found.report.why': 'It may have been deleted for good in another window.',
  'errors.not-found.report.do': 'Look in the trash, or undo.',
  'errors.not-found.report-template.what': 'There is no report template “{template}”.',
  'errors.not-found.report-template.why': 'It may have been removed in another window.',
  'errors.not-found.report-template.do': 'Choose another template. Those of the app are monthly, short, quarterly, campaign and ads.',
  'errors.conflict.report-frozen.what': 'The report “{title}” is frozen.',
  'errors.conflict.report-frozen.why': 'Its figures were kept as they were, so that it stays the same.',
  'errors.conflict.report-frozen.do': 'Make a copy of it and change the copy.',
  'errors.internal.report.what': 'The pages could not be set.',
  'errors.internal.report.why': 'The template has a fault: {detail}',
  'errors.internal.report.do': 'Try again. Where templates were changed by hand, mend or remove them.',
  'errors.unavailable.report.what': 'The pages could not be set.',
  'errors.unavailable.report.why': 'The part of the app that sets pages stopped or could not write ({reason}).',
  'errors.unavailable.report.do': 'Try again, and look whether the disk has room.'
} as const
