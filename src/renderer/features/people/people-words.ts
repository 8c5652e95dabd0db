import type { PersonRef, PersonRow } from '@shared/features/people/people.schema'
import { isPersonLabel } from '@shared/features/people/people.schema'
import { hasMessage } from '@shared/i18n'
import { useText } from '../../ui'

type Known = Pick<PersonRow, 'personId'> & { handles: readonly { network: string; key: string }[] }

/** How somebody is asked for: by card, else by the one handle. */
export function refOf({ personId, handles }: Known): PersonRef {
  const [first] = handles
  return personId !== null ? { personId } : { network: first?.network ?? '', key: first?.key ?? '' }
}

/** The part of an address that stands for somebody; `refOfAddress` reads it. */
export const addressOf = (ref: PersonRef): string => ('personId' in ref ? ref.personId : `~${ref.network}~${ref.key}`)

export function refOfAddress(address: string): PersonRef {
  const [, network, key] = /^~([^~]+)~(.+)$/s.exec(address) ?? []
  return network !== undefined && key !== undefined ? { network, key } : { personId: address }
}

/** Words for labels and networks: known ones in the language of the app, others as they are written. */
export function usePeopleWords() {
  const { t } = useText()
  const label = (name: string): string => {
    const known = name.toLowerCase()
    return isPersonLabel(known) ? t(`people.label.${known}`) : name
  }
  const network = (id: string): string => {
    const key = `ui.network.${id}`
    return hasMessage(key) ? t(key) : id
  }
  return { label, network }
}
