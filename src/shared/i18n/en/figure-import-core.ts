/** What the import of figures says outside its screen: steps, jobs, errors, and the command line. */
export const figureImportCoreEn = {
  'history.step.figureImports.commit': '{n} figure imported | {n} figures imported',
  'history.step.figureImports.remove': 'import of figures removed',
  'history.step.figureImports.putLayouts': '{n} file layout taken over | {n} file layouts taken over',
  'history.step.figureImports.removeLayout': 'file layout forgotten',
  'jobs.title.figures.read': 'Reading figures: {n} file | Reading figures: {n} files',
  'cli.jobs.kind.figures.read': 'Reading figures',
  'errors.not-found.figure-draft.what': 'There is nothing to import.',
  'errors.not-found.figure-draft.why': 'What was read of these files was cleared since: they were imported, left, or the client was opened anew.',
  'errors.not-found.figure-draft.do': 'Choose the files again.',
  'errors.not-found.figure-import.what': 'This import was not found.',
  'errors.not-found.figure-import.why': 'It was removed or undone.',
  'errors.not-found.figure-import.do': 'Look at the list of imports.',
  'errors.conflict.import-questions.what': 'Nothing was imported.',
  'errors.conflict.import-questions.why': '{count} questions about the files have no answer yet.',
  'errors.conflict.import-questions.do': 'Answer them, then import.'
} as const
