import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const savedState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
  /** Steps of 20 %, 0 is actual size. */
  zoom: z.number().min(-8).max(8).default(0)
})
export type WindowState = z.infer<typeof savedState>

/** A place to open a window at; without `x` and `y` the system centers it. */
export interface WindowPlace {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
  zoom: number
}

export const MIN_WIDTH = 960
export const MIN_HEIGHT = 600
const FIRST_PLACE: WindowPlace = { width: 1280, height: 800, maximized: false, zoom: 0 }
/** So much of the title bar must lie on a screen for a person to take hold of it. */
const GRIP_WIDTH = 120
const GRIP_HEIGHT = 32

function canBeGrabbed(state: WindowState, area: Rectangle): boolean {
  const across = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x)
  const below = area.y + area.height - state.y
  return across >= GRIP_WIDTH && state.y >= area.y && below >= GRIP_HEIGHT
}

/**
 * Where to open: as left, unless the screen it was on is gone; then as large as before, centered, and within the first
 * of the work areas (which is the main screen's).
 */
export function placeOnScreen(state: WindowState | undefined, workAreas: readonly Rectangle[]): WindowPlace {
  const [main] = workAreas
  if (!state) return main ? fitInto(FIRST_PLACE, main) : FIRST_PLACE
  if (workAreas.some((area) => canBeGrabbed(state, area))) return state
  const { x: _x, y: _y, ...size } = state
  return main ? fitInto(size, main) : size
}

function fitInto(place: WindowPlace, area: Rectangle): WindowPlace {
  return { ...place, width: Math.min(place.width, area.width), height: Math.min(place.height, area.height) }
}

/** What was saved last; undefined at the first start or when the file cannot be used. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return savedState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Written whole or not at all. A place that cannot be remembered is not worth a message. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.part`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${file}.part`, file)
  } catch {
    return
  }
}
