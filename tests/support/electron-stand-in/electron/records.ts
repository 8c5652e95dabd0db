import type { Records } from '../wire'

/** Everything the app under test asked of Electron, in the order it asked. */
export const records: Records = {
  windows: [],
  loadedUrls: [],
  schemes: [],
  partitions: [],
  responses: [],
  ipcChannels: [],
  menu: null,
  dialogs: [],
  openedAddresses: [],
  revealed: [],
  notices: [],
  sandboxed: false,
  spellcheck: [],
  themes: [],
  children: [],
  crashReporters: [],
  sessionHandlers: [],
  contentsEvents: []
}
