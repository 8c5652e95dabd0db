import { mappedLayout } from '../../../../shared/features/figure-imports/figure-layout.schema'
import type { MappedLayout } from '../../../../shared/features/figures/figure-reader'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

/** Layouts that a person mapped. What a newer version wrote and this one does not understand is left out. */
export async function listLayouts(db: Db): Promise<MappedLayout[]> {
  const rows = (await db('figure_layout').orderBy(['name', 'signature']).select('layout_json')) as { layout_json: string }[]
  return rows.flatMap(({ layout_json }) => {
    const read = mappedLayout.safeParse(JSON.parse(layout_json))
    return read.success ? [read.data] : []
  })
}

/** Sets each layout by its headers. @returns how many said something else before, or nothing */
export async function putLayouts(tx: Tx, layouts: readonly MappedLayout[], newId: () => string): Promise<number> {
  let changed = 0
  for (const layout of layouts) {
    const { signature, name } = layout
    const layout_json = JSON.stringify(layout)
    const known = (await tx('figure_layout').where({ signature }).first('id', 'layout_json')) as { id: string; layout_json: string } | undefined
    if (known?.layout_json === layout_json) continue
    changed += 1
    if (known) await tx('figure_layout').where({ id: known.id }).update({ name, layout_json })
    else await tx('figure_layout').insert({ id: newId(), signature, name, layout_json })
  }
  return changed
}

export async function removeLayout(tx: Tx, signature: string): Promise<void> {
  await tx('figure_layout').where({ signature }).delete()
}
