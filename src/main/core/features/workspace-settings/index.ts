export { getWorkspaceSetting, putWorkspaceSetting } from './workspace-settings.repository'
