const GLAD = new Set('😍🥰❤🧡💛💚💙💜🤍🤎💖💕💗💓💞😘🤩😊☺😀😃😄😁🙂🥳🎉👏👍🙌💪🔥⭐🌟✨🤗😇💯🫶💐🙏👌😻🏆☀🌞🌸😋')
const SAD = new Set('😞😔😢😭😩😫🙁☹😟😕👎💔😣😖🤢🤮🥴😒🙄😑💩😱😤🤦😐🥱')
const ANGRY = new Set('😡😠🤬👿💢🖕')
const WRY = new Set('🙄🤡😒🙃🤦😑🥴')
/** Decoration too common under every kind of message to say anything on its own. */
const FAINT = new Set('✨🔥🙏🌸☀🌞💪😊🙂😋⭐👍')

export interface EmojiSigns {
  glad: number
  sad: number
  angry: string[]
  wry: boolean
  claps: number
  shown: string
}

export function readEmoji(emoji: readonly string[]): EmojiSigns {
  const signs: EmojiSigns = { glad: 0, sad: 0, angry: [], wry: false, claps: 0, shown: '' }
  for (const one of emoji) {
    if (GLAD.has(one)) signs.glad += FAINT.has(one) ? 0.4 : 1
    if (SAD.has(one)) signs.sad += 1
    if (ANGRY.has(one)) { signs.sad += 1.5; signs.angry.push(one) }
    if (WRY.has(one)) signs.wry = true
    if (one === '👏') signs.claps += 1
  }
  signs.glad = Math.min(signs.glad, 2.5)
  signs.sad = Math.min(signs.sad, 3)
  signs.shown = emoji.slice(0, 5).join('')
  return signs
}
