import { startElectron } from './hosts/electron'

startElectron(import.meta.dirname)
