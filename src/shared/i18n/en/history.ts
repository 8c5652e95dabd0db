/** What each step of the change log was, in words; `n` is how many things it changed. */
export const historyEn = {
  'history.undone': 'Undone: {what}',
  'history.redone': 'Done again: {what}',
  'history.step.clients.create': 'client added',
  'history.step.clients.update': 'client changed',
  'history.step.clients.setLogo': 'logo changed',
  'history.step.clients.pin': 'client pinned or unpinned',
  'history.step.clients.archive': 'client archived',
  'history.step.clients.restore': 'client restored',
  'history.step.clients.remove': 'client removed',
  'history.step.clients.recover': 'client recovered',
  'history.step.clients.adopt': 'client folder taken in',
  'history.step.assets.add': '{n} file added | {n} files added',
  'history.step.assets.update': 'title or alt text changed',
  'history.step.assets.updateMany': 'stars or tags of {n} asset changed | stars or tags of {n} assets changed',
  'history.step.assets.setFocalPoint': 'focal point moved',
  'history.step.assets.setCrop': 'crop changed',
  'history.step.assets.trash': '{n} asset moved to the trash | {n} assets moved to the trash',
  'history.step.assets.untrash': '{n} asset brought back from the trash | {n} assets brought back from the trash',
  'history.step.assets.emptyTrash': 'trash emptied',
  'history.step.renditions.savePreset': 'export preset “{name}” saved',
  'history.step.renditions.removePreset': 'export preset removed'
} as const
