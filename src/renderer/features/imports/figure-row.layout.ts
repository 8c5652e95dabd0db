/** Columns of the list of tables, shared by its head and its rows. */
export const figureColumnsClass =
  'grid grid-cols-[16px_24px_minmax(190px,2.2fr)_minmax(130px,1.1fr)_minmax(140px,1fr)_minmax(140px,0.9fr)_minmax(170px,1.1fr)] items-center gap-x-3'
