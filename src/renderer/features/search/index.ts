import { defineFeature, useClientShell, useCommands } from '../../app'
import { createElsewhereSearch, createPostSearch } from './palette-search'

/** Full text in the palette: posts of the open client, and everything of the others. */
export const searchFeature = defineFeature({
  id: 'search',
  routes: [],
  nav: [],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const commands = useCommands(pinia)
    commands.addSearch(createPostSearch(router, () => shell.currentId))
    commands.addSearch(createElsewhereSearch(router, () => shell.currentId))
  }
})
