import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../../shared/errors/app-error'
import { point } from '../../../../shared/features/assets/assets.contract'
import { hexColor, weekStart } from '../../../../shared/features/clients/clients.contract'
import { bundlePaths } from '../../node/start-core'

const slug = z.string().regex(/^[a-z0-9-]+$/)

const demoDefinition = z.object({
  client: z.object({ name: z.string(), color: hexColor, zone: z.string(), languages: z.array(z.string()).min(1), weekStart }),
  photographs: z.array(z.object({ slug, title: z.string(), altText: z.string(), tags: z.array(z.string()), focal: point })),
  exports: z.array(
    z.object({
      folder: slug,
      title: z.string(),
      /** Name of the preset that is kept of it. */
      preset: z.string(),
      /** Slugs; none means all. */
      photographs: z.array(slug),
      placements: z.array(z.string()).min(1),
      render: z.object({
        fit: z.enum(['cover', 'contain']),
        pad: z.enum(['blur', 'color']).optional(),
        allowUpscale: z.boolean().optional()
      })
    })
  )
})
export type DemoDefinition = z.infer<typeof demoDefinition>
export type DemoPhotograph = DemoDefinition['photographs'][number]
export type DemoExport = DemoDefinition['exports'][number]

/** The demo client as the resources describe it. */
export async function readDemoDefinition(bundleDir: string): Promise<DemoDefinition> {
  const path = join(bundlePaths(bundleDir).resources, 'demo', 'demo.json')
  return demoDefinition.parse(JSON.parse(await readFile(path, 'utf8')))
}

/**
 * The file of a photograph: the packed app's own copy, or the package it was installed with.
 *
 * @throws AppError `not-found.file`
 */
export function photographFile(bundleDir: string, name: string): string {
  const root = join(bundlePaths(bundleDir).resources, '..')
  const places = [
    join(root, 'demo-photos', `${name}.jpg`),
    join(root, 'node_modules', '@stdlib', `datasets-img-${name}`, 'data', 'image.jpg')
  ]
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new AppError('not-found.file', { path: places[places.length - 1] })
  return found
}
