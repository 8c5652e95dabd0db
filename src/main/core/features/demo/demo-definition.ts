import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../../shared/errors/app-error'
import { point } from '../../../../shared/features/assets/assets.contract'
import { hexColor, weekStart } from '../../../../shared/features/clients/clients.contract'

const slug = z.string().regex(/^[a-z0-9-]+$/)

const demoDefinition = z.object({
  client: z.object({ name: z.string(), color: hexColor, zone: z.string(), languages: z.array(z.string()).min(1), weekStart }),
  photographs: z.array(z.object({ slug, title: z.string(), altText: z.string(), tags: z.array(z.string()), focal: point }))
})
export type DemoDefinition = z.infer<typeof demoDefinition>

/** The demo client as `resources/demo/demo.json` describes it. */
export async function readDemoDefinition(resources: string): Promise<DemoDefinition> {
  return demoDefinition.parse(JSON.parse(await readFile(join(resources, 'demo', 'demo.json'), 'utf8')))
}

/**
 * The file of a photograph: the packed app's own copy, or the package it was installed with.
 * @throws AppError `not-found.file`
 */
export async function photographFile(resources: string, name: string): Promise<string> {
  const places = [
    join(resources, '..', 'demo-photos', `${name}.jpg`),
    join(resources, '..', 'node_modules', '@stdlib', `datasets-img-${name}`, 'data', 'image.jpg')
  ]
  for (const path of places) if (await stat(path).then((file) => file.isFile(), () => false)) return path
  throw new AppError('not-found.file', { path: places.at(-1) ?? name })
}
