/** By how much a picture grows, in whole percents: 5 for a factor of 1.05, and never 0 for one that grows. */
export const growthPercent = (factor: number): number => Math.max(1, Math.round((factor - 1) * 100))
