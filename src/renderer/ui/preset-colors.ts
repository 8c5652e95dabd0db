/** Client colors that carry white initials at 4.5 : 1 and stay apart from each other. */
export const presetColors = [
  '#1d5c44',
  '#2f6583',
  '#3d5f96',
  '#5e519a',
  '#8a3f66',
  '#a3302a',
  '#9a4f14',
  '#7b6512',
  '#57514a'
] as const
