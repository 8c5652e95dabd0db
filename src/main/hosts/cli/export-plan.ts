import type { AppOutputs } from '../../../shared/contract'
import type { PlannedRendition } from '../../../shared/features/renditions/renditions.contract'
import { explain } from '../../../shared/errors/explain'
import type { Answer } from './answer'
import type { Session } from './session'
import { table } from './table'

type Plan = AppOutputs['renditions']['plan']

function remarks({ t }: Session, { refusal, risks }: PlannedRendition): string {
  if (refusal) return explain(refusal.code, refusal.data, t).what
  return risks.map((risk) => t(`cli.risk.${risk.kind}`)).join(', ')
}

/** What an export would make, as a table and as the plan itself. */
export function planAnswer(session: Session, plan: Plan): Answer {
  const { t, formats } = session
  const { files, refused, atRisk, estimatedBytes, estimatedSeconds } = plan.totals
  const columns = [
    { heading: t('cli.column.file'), max: 64 },
    { heading: t('cli.column.pixels'), right: true },
    { heading: t('cli.column.bytes'), right: true },
    { heading: t('cli.column.risks'), max: 60 }
  ]
  const rows = plan.renditions.map((one) => [
    one.fileName,
    `${one.width} × ${one.height}`,
    one.refusal ? '' : formats.bytes(one.estimatedBytes),
    remarks(session, one)
  ])
  const seconds = formats.duration(estimatedSeconds)
  const sums = [t('cli.export.planned', { n: files, bytes: formats.bytes(estimatedBytes), seconds })]
  if (atRisk > 0) sums.push(t('cli.export.atRisk', { n: atRisk }))
  if (refused > 0) sums.push(t('cli.export.refused', { n: refused }))
  return { json: plan, lines: [...table(columns, rows), '', ...sums] }
}
