import { foldedName } from './legal-name'

/** `photo.jpg` with the number 2 is `photo_2.jpg`. */
export function numberedName(path: string, number: number): string {
  if (number < 2) return path
  const slash = path.lastIndexOf('/')
  const dot = path.lastIndexOf('.')
  const end = dot > slash + 1 ? dot : path.length
  return `${path.slice(0, end)}_${number}${path.slice(end)}`
}

/** Gives out every relative path once. Two paths count as the same when some disk would take them for one. */
export class NameRegister {
  private readonly files = new Set<string>()
  /** Where counting went on last, so that 10,000 equal names are not tried from 2 each time. */
  private readonly next = new Map<string, number>()

  has(path: string): boolean {
    return this.files.has(foldedName(path))
  }

  /** The path itself or the first free number of it, taken from now on. `usable` may refuse a path for another reason. */
  claim(path: string, usable: (candidate: string) => boolean = () => true): string {
    const key = foldedName(path)
    let number = this.next.get(key) ?? 1
    let candidate = numberedName(path, number)
    while (this.has(candidate) || !usable(candidate)) {
      number += 1
      candidate = numberedName(path, number)
    }
    this.next.set(key, number + 1)
    this.add(candidate)
    return candidate
  }

  add(path: string): void {
    this.files.add(foldedName(path))
  }
}
