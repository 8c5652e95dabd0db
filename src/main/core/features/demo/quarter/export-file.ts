import { addDays, daysBetween, eachDay } from '../../../../../shared/time'
import type { Piece } from './piece'

/** A file as a network's own tool would give it out. */
export interface ExportFile {
  /** Folder and name, as a person would keep it. */
  path: string
  content: string | Buffer
}

/** Everything that the writers of exports need. */
export interface Quarter {
  pieces: readonly Piece[]
  /** First and last day that figures are told of; the last one is yesterday. */
  from: string
  to: string
  /** Days of `from` to `to`. */
  days: readonly string[]
  campaigns: readonly QuarterAd[]
}

/** Money behind one campaign on Meta, spread over its days. */
export interface QuarterAd {
  campaign: string
  adSet: string
  ad: string
  from: string
  to: string
  /** Pounds a day. */
  daily: number
}

export const quarterDays = (from: string, to: string): string[] => [...eachDay(from, to)]

/** Months of a quarter as `2026-10`, each with the days of it that are told. */
export function monthsOf({ from, to, days }: Quarter): { month: string; from: string; to: string }[] {
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  return months.map((month) => {
    const inside = days.filter((day) => day.startsWith(month))
    return { month, from: inside[0] ?? from, to: inside.at(-1) ?? to }
  })
}

export const piecesIn = ({ pieces }: Quarter, network: Piece['network'], from: string, to: string): Piece[] =>
  pieces.filter((piece) => piece.network === network && piece.publishedAt.slice(0, 10) >= from && piece.publishedAt.slice(0, 10) <= to)

/** Days from when a post went out to the day a month's file was made: a week into the next month, or yesterday. */
export function ageAt(piece: Piece, monthEnd: string, last: string): number {
  const made = addDays(monthEnd, 7) > last ? last : addDays(monthEnd, 7)
  return daysBetween(piece.publishedAt.slice(0, 10), made)
}

/** `10/07/2026` */
export const american = (day: string): string => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`
