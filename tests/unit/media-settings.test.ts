import { describe, expect, it } from 'vitest'
import {
  chooseFormat, defaultRenderSettings, fallbackFormats, isImagePlacement, renderSettingsSchema
} from '../../src/shared/media/settings'

const auto = { format: 'auto' } as const
const photo = { hasAlpha: false, animated: false }
const logo = { hasAlpha: true, animated: false }
const moving = { hasAlpha: false, animated: true }

describe('render settings', () => {
  it('all have a default', () => {
    expect(defaultRenderSettings).toEqual({
      fit: 'cover', pad: 'blur', padColor: '#ffffff', flattenColor: '#ffffff', allowUpscale: false, format: 'auto',
      sharpen: 'standard', quality: 82, floorQuality: 45
    })
  })

  it('refuse a floor above the quality and colors that are none', () => {
    expect(renderSettingsSchema.safeParse({ quality: 40 }).success).toBe(false)
    expect(renderSettingsSchema.safeParse({ padColor: 'red' }).success).toBe(false)
  })
})

describe('the format for a placement', () => {
  it('is JPEG for photographs and PNG for logos', () => {
    const placement = { formats: ['png', 'jpg', 'gif'] }
    expect(chooseFormat(placement, auto, photo)).toEqual({ format: 'jpg' })
    expect(chooseFormat(placement, auto, logo)).toEqual({ format: 'png' })
  })

  it('is JPEG for a logo where nothing else is taken', () => {
    expect(chooseFormat({ formats: ['jpg'] }, auto, logo)).toEqual({ format: 'jpg' })
  })

  it('stays GIF for an animation where the placement takes GIF', () => {
    expect(chooseFormat({ formats: ['jpg', 'gif'] }, auto, moving)).toEqual({ format: 'gif' })
    expect(chooseFormat({ formats: ['jpg', 'png'] }, auto, moving)).toEqual({ format: 'jpg' })
  })

  it('is what only the placement takes', () => {
    expect(chooseFormat({ formats: ['webp'] }, auto, photo)).toEqual({ format: 'webp' })
    expect(chooseFormat({ formats: ['gif'] }, auto, photo)).toEqual({ format: 'gif' })
    expect(chooseFormat({ formats: ['png'], requireAlpha: true }, auto, photo)).toEqual({ format: 'png' })
  })

  it('that was forced is refused by name where the placement does not take it', () => {
    expect(chooseFormat({ formats: ['jpg', 'png'] }, { format: 'avif' }, photo)).toEqual({
      error: { code: 'unsupported.format-for-placement', data: { format: 'avif', formats: 'jpg, png' } }
    })
    expect(chooseFormat({ formats: ['jpg', 'png'], requireAlpha: true }, { format: 'jpg' }, photo)).toMatchObject({
      error: { code: 'unsupported.alpha-required' }
    })
  })

  it('is none for videos and documents', () => {
    for (const formats of [['mp4', 'mov'], ['mp4', 'mov', 'gif'], ['pdf', 'pptx'], ['rtmp'], []]) {
      expect(isImagePlacement({ formats })).toBe(false)
      expect(chooseFormat({ formats }, auto, photo)).toMatchObject({ error: { code: 'unsupported.not-an-image-placement' } })
    }
    expect(isImagePlacement({ formats: ['mp4', 'mov', 'jpg', 'png'] })).toBe(true)
    expect(isImagePlacement({ formats: ['gif'] })).toBe(true)
  })
})

describe('formats to fall back on', () => {
  it('are the smaller ones the placement takes', () => {
    expect(fallbackFormats({ formats: ['jpg', 'png', 'gif', 'webp'] }, auto, 'png')).toEqual(['webp', 'jpg'])
  })

  it('are none where the format was chosen by hand, and none without transparency where that is required', () => {
    expect(fallbackFormats({ formats: ['jpg', 'png'] }, { format: 'png' }, 'png')).toEqual([])
    expect(fallbackFormats({ formats: ['jpg', 'png'], requireAlpha: true }, auto, 'png')).toEqual([])
  })
})
