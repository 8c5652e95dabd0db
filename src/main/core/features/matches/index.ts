import { AppError } from '../../../../shared/errors/app-error'
import type { MatchCandidate, MatchRow } from '../../../../shared/features/figures/matches.contract'
import { readReasons } from '../../../../shared/features/figures/match-reasons'
import type { CoreServices, Reader } from '../../context'
import { getVariants, listSummaryMedia, postContext, type SignThumbnail, thumbnailsOf } from '../posts'
import { os } from '../../router-base'
import { type CandidateRow, countMatches, findVariants, listCandidates, listClearPairs, listSubjectRows, listSubjects, type SubjectRow } from './matches.queries'
import { confirmPair, rejectPairs, reopenPairs, requireSubjects } from './matches.repository'
import { addToPlan, isMatched, offersFacts, takeOverFacts } from './plan-facts.service'

async function presentCandidates(db: Reader, sign: SignThumbnail, rows: readonly CandidateRow[]): Promise<MatchCandidate[]> {
  const media = await listSummaryMedia(db, rows.map(({ post_id }) => post_id))
  return rows.map((row) => {
    const picture = media.get(row.post_id)
    return {
      variantId: row.variant_id, postId: row.post_id, title: row.title, text: row.text, at: row.at, state: row.state, score: row.score,
      reasons: readReasons(row.reasons_json), match: row.match, thumbnailUrl: picture ? sign(picture.sha256) : null
    }
  })
}

async function presentRows(db: Reader, core: Pick<CoreServices, 'urls'>, clientId: string, subjects: readonly SubjectRow[]): Promise<MatchRow[]> {
  const rows = await listCandidates(db, subjects.map(({ id }) => id))
  const shown = await presentCandidates(db, thumbnailsOf(core, clientId), rows)
  return subjects.map((subject) => {
    const own = rows.flatMap((row, index) => (row.subject_id === subject.id ? [{ row, candidate: shown[index] }] : []))
    const sure = own.find(({ row }) => isMatched(row))
    const kept = sure ? [sure] : own
    return {
      subjectId: subject.id, network: subject.network, channelId: subject.channel_id, format: subject.format, text: (subject.text || subject.title).slice(0, 280),
      permalink: subject.permalink, publishedAt: subject.published_at,
      candidates: kept.flatMap(({ candidate }) => candidate ?? []),
      offersFacts: offersFacts(subject, sure?.row)
    }
  })
}

export const matchesHandlers = {
  counts: os.matches.counts.handler(async ({ input, context }) => countMatches((await context.workspace(input.clientId)).reader)),
  list: os.matches.list.handler(async ({ input: { clientId, list, offset, limit }, context }) => {
    const { reader } = await context.workspace(clientId)
    const counts = await countMatches(reader)
    const rows = await presentRows(reader, context.core, clientId, await listSubjects(reader, list, { offset, limit }))
    return { total: list === 'set-aside' ? counts.setAside : counts[list], counts, rows }
  }),
  candidates: os.matches.candidates.handler(async ({ input: { clientId, subjectId, search }, context }) => {
    const { reader } = await context.workspace(clientId)
    const [subject] = await listSubjectRows(reader, [subjectId])
    if (!subject) throw new AppError('not-found.subject', { subject: String(subjectId) })
    return { candidates: await presentCandidates(reader, thumbnailsOf(context.core, clientId), await findVariants(reader, subject, search)) }
  }),
  confirm: os.matches.confirm.handler(({ input: { clientId, pairs }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        await requireSubjects(tx, pairs.map(({ subjectId }) => subjectId))
        await getVariants(tx, pairs.map(({ variantId }) => variantId))
        for (const pair of pairs) await confirmPair(tx, pair, context.core.newId)
        return { changed: pairs.length }
      },
      { data: { count: pairs.length } }
    )
  ),
  confirmClear: os.matches.confirmClear.handler(async ({ input: { clientId }, context }) => {
    const { clear } = await countMatches((await context.workspace(clientId)).reader)
    return context.command(
      clientId,
      async (tx) => {
        const pairs = await listClearPairs(tx)
        for (const pair of pairs) await confirmPair(tx, pair, context.core.newId)
        return { changed: pairs.length }
      },
      { data: { count: clear } }
    )
  }),
  reject: os.matches.reject.handler(({ input: { clientId, subjectId, variantId }, context }) =>
    context.command(clientId, async (tx) => {
      await requireSubjects(tx, [subjectId])
      await rejectPairs(tx, subjectId, variantId)
      return { ok: true as const }
    })
  ),
  reopen: os.matches.reopen.handler(({ input: { clientId, subjectIds }, context }) =>
    context.command(clientId, async (tx) => ({ changed: await reopenPairs(tx, subjectIds) }), { data: { count: subjectIds.length } })
  ),
  takeOver: os.matches.takeOver.handler(({ input: { clientId, subjectIds }, context }) =>
    context.command(clientId, async (tx) => ({ changed: await takeOverFacts(tx, context.core, subjectIds) }), { data: { count: subjectIds.length } })
  ),
  addToPlan: os.matches.addToPlan.handler(async ({ input: { clientId, subjectIds }, context }) => {
    const ctx = await postContext(context.core, await context.workspace(clientId))
    return context.command(clientId, async (tx) => ({ postIds: await addToPlan(tx, ctx, subjectIds) }), { data: { count: subjectIds.length } })
  })
}
