import './probes'

/** The part of Electron that Greenroom uses. An import of anything else fails when the main process is loaded. */
export { app } from './app'
export { StandInWindow as BrowserWindow } from './window'
export { ipcMain } from './ipc'
export { protocol, session } from './session'
export { crashReporter, dialog, Menu, nativeTheme, Notification, screen, shell } from './system'
export { utilityProcess } from './utility-process'
