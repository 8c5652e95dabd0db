/** What a job is, as a title in the tray. */
export const jobsEn = {
  'jobs.title.assets.add': 'Adding {n} file | Adding {n} files',
  'jobs.title.assets.readVideos': 'Reading {n} video | Reading {n} videos',
  'jobs.title.renditions.export': 'Exporting {n} file | Exporting {n} files',
  'jobs.title.plan-export.make': 'Writing the plan: {n} file | Writing the plan: {n} files',
  'jobs.title.incidents.print': 'Printing the log: {n} file | Printing the log: {n} files',
  'jobs.title.hand-off.pack': 'Making a publish pack: {n} file | Making a publish pack: {n} files'
} as const
