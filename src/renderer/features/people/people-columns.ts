/** The columns that rows and their heads share. */
export const COLUMNS = 'grid-cols-[20px_minmax(0,1fr)_92px_76px_108px_84px] xl:grid-cols-[20px_minmax(0,1fr)_92px_76px_108px_84px_minmax(0,220px)]'
