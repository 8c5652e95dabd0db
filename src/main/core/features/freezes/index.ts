export { freezesOf, listActiveFreezes, listHeld, readFreeze, refuseFrozen, type ActiveFreezeRow } from './freezes.queries'
