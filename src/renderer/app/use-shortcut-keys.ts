import { onBeforeUnmount, onMounted } from 'vue'
import { isApple } from '../ui'
import { useCommands, type Command } from './commands.store'
import { useEscapeSteps } from './escape-steps.store'
import { belongsToField, isOverlayOpen, isTextField, pressName } from './shortcut-matching'

const sequenceTime = 1200
const keysOf = (command: Command): readonly string[] => [...(command.shortcut ? [command.shortcut] : []), ...(command.aliases ?? [])]

/** Listens to the keyboard for the whole window. Called once, by the shell. */
export function useShortcutKeys(): void {
  const commands = useCommands()
  const steps = useEscapeSteps()
  const apple = isApple()
  let prefix = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function forget(): void {
    clearTimeout(timer)
    prefix = ''
  }

  function waitFor(first: string): void {
    prefix = first
    timer = setTimeout(forget, sequenceTime)
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
    const name = pressName(event, apple)
    if ((isTextField(event.target) && belongsToField(name)) || isOverlayOpen()) return forget()
    const wanted = prefix === '' ? name : `${prefix} ${name}`
    forget()
    if (name === 'escape') {
      if (steps.back()) event.preventDefault()
      return
    }
    const available = commands.available()
    const command = available.findLast((candidate) => keysOf(candidate).includes(wanted))
    if (command) {
      event.preventDefault()
      void command.run()
    } else if (available.some((candidate) => keysOf(candidate).some((keys) => keys.startsWith(`${wanted} `)))) {
      event.preventDefault()
      waitFor(wanted)
    }
  }

  onMounted(() => window.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => {
    forget()
    window.removeEventListener('keydown', onKeydown)
  })
}
