import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { bundlePaths } from '../../node/start-core'

const slug = z.string().regex(/^[a-z0-9-]+$/)

const demoDefinition = z.object({
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
export type DemoExport = DemoDefinition['exports'][number]

/** The exports of the demo, as the resources describe them. The client itself is made by the core. */
export async function readDemoDefinition(bundleDir: string): Promise<DemoDefinition> {
  const path = join(bundlePaths(bundleDir).resources, 'demo', 'demo.json')
  return demoDefinition.parse(JSON.parse(await readFile(path, 'utf8')))
}
