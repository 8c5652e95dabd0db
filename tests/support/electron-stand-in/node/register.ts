import { register } from 'node:module'

// Whatever imports `electron` in this process gets the stand-in.
register('./loader.js', import.meta.url)
