/** Columns of the list of tables, shared by its head and its rows. */
export const figureColumnsClass =
  'grid grid-cols-[16px_24px_minmax(190px,1.8fr)_minmax(130px,1fr)_minmax(176px,1fr)_minmax(168px,1fr)_minmax(150px,0.9fr)] items-center gap-x-3'
