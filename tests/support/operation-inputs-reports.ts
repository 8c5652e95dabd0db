const report = { reportId: 'x' }

/** Input that is right in form for reports. */
export const reportInputs: Record<string, Record<string, unknown>> = {
  'reports.get': report,
  'reports.update': { ...report, change: { title: 't' } },
  'reports.duplicate': report,
  'reports.trash': { ids: ['x'] },
  'reports.restore': { ids: ['x'] },
  'reports.freeze': report,
  'reports.saveTemplate': { name: 't', sections: [], options: {} },
  'reports.removeTemplate': { templateId: 'x' },
  'reports.gaps': report,
  'reports.preview': report,
  'reports.make': { ...report, formats: ['pdf'] },
  'reports.made': { jobId: 'x' },
  'reports.kept': report
}
