import type { InjectionKey } from 'vue'
import type { TileWords } from './use-tile-words'

/** A screen with hundreds of tiles makes their words once and hands them down. */
export const tileWordsKey: InjectionKey<TileWords> = Symbol('tile words')
