import { CalendarDays } from '@lucide/vue'
import { defineFeature } from '../../app'

export { nextToHandOver } from './hand-over.rules'
export { default as ChannelMarks } from './ChannelMarks.vue'
export { default as DragGhost } from './DragGhost.vue'
export { default as PostFilterChips } from './PostFilterChips.vue'
export { default as PostSelectionBar } from './PostSelectionBar.vue'
export { default as StateNoteDialog } from './StateNoteDialog.vue'
export { default as StatusDot } from './StatusDot.vue'
export { default as WallTimeQuestion } from './WallTimeQuestion.vue'
export { createDayFormats, useDayFormats } from './day-formats'
export { timeFor } from './default-time.rules'
export { useCalendarDrag, type Dragged, type DropTarget } from './calendar-drag.store'
export { usePlanningLists } from './planning-lists.store'
export { isFiltered } from './post-filter.rules'
export { usePostFilter } from './post-filter.store'
export { mostPressing } from './post-status.rules'
export { usePostActions, type PostActions } from './use-post-actions'
export { useWriting } from './use-writing'

/** The calendar: month, week, day, list, board and grid over one query. */
export const calendarFeature = defineFeature({
  id: 'calendar',
  routes: [{ path: '/clients/:clientId/calendar', name: 'calendar', component: () => import('./CalendarPage.vue') }],
  nav: [{ id: 'calendar', label: 'calendar.title', icon: CalendarDays, group: 'plan', route: 'calendar', needsClient: true, key: 'c', order: 10 }]
})
