const layout = { signature: 'x', name: 'Sheet', network: 'x', subject: 'post', span: 'lifetime', columns: {} }

/** Input that is right in form for the operations of importing figures. */
export const figureImportInputs: Record<string, Record<string, unknown>> = {
  'figureImports.read': { files: ['x'] },
  'figureImports.draft': { draftId: 'x' },
  'figureImports.commit': { draftId: 'x', expect: { added: 0, changed: 0, unchanged: 0 } },
  'figureImports.discard': { draftId: 'x' },
  'figureImports.remove': { importId: 'x' },
  'figureImports.putLayouts': { layouts: [layout] },
  'figureImports.removeLayout': { signature: 'x' }
}
