/** The columns that rows and their heads share. Their frame is a container: the last one goes when a panel stands beside the list. */
export const COLUMNS = 'grid-cols-[20px_minmax(0,1fr)_88px_72px_108px_76px] @4xl/people:grid-cols-[20px_minmax(0,1fr)_92px_76px_116px_84px_minmax(240px,0.8fr)]'
