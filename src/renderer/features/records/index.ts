/** Parts that the screens of channels, pillars, campaigns and kept texts have in common. */
export { useDayWords } from './day-words'
export { default as LinesField } from './LinesField.vue'
export { default as MasterList } from './MasterList.vue'
export { default as OrderedList } from './OrderedList.vue'
export { default as RecordsLayout } from './RecordsLayout.vue'
export { useClientData } from './use-client-data'
export { useMergedSaves } from './use-merged-saves'
export { useWrites } from './use-writes'
