import { guardDecoders } from './decoder'
import { openPort } from './port'
import { serveMedia } from './serve'

guardDecoders()
serveMedia(openPort())
