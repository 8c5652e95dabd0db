/** Debian packages that ship free photographs in sizes near those of cameras. */
export const DEBIAN_PACKAGES = ['lomiri-wallpapers-16.04', 'lomiri-wallpapers-20.04', 'mate-backgrounds', 'plasma-workspace-wallpapers']

const backgrounds = version => name => `lomiri-wallpapers-${version}/usr/share/backgrounds/${name}.jpg`
const xenial = backgrounds('16.04')
const focal = backgrounds('20.04')
const mate = name => `mate-backgrounds/usr/share/backgrounds/mate/nature/${name}.jpg`
const plasma = (name, file = '2560x1600.jpg') => `plasma-workspace-wallpapers/usr/share/wallpapers/${name}/contents/images/${file}`

/**
 * name, source, upright width and height, license, treatment: `orientation` as stored in EXIF, `p3` for Display P3, `whole` for
 * chroma in 4:4:4.
 */
const rows = [
  ['01-kleiber', focal('Kleiber_by_Lukas_Baubkus'), 6028, 3391, 'CC-BY-SA-3.0', { whole: true }],
  ['02-seeding', xenial('seeding_by_Clements_Engelhardt'), 5312, 2988, 'CC0-1.0', {}],
  ['03-dragonfly', xenial('Dragonfly_by_Bolly'), 4224, 3168, 'CC-BY-SA-4.0', {}],
  ['04-sunset', xenial('sunset_by_Aitzol_Berasategi'), 4272, 2848, 'CC-BY-4.0', {}],
  ['05-bridge', xenial('Bridge_by_Sander_Klootwijk'), 5472, 3648, 'CC-BY-SA-4.0', {}],
  ['06-wine', xenial('Wine_by_Jakkub_Mede'), 4000, 6000, 'CC-BY-4.0', {}],
  ['07-fossa', focal('Fossa_by_Jasper_Roks'), 6000, 4000, 'CC-BY-SA-3.0', {}],
  ['08-picos', xenial('picosdeeuropa_by_Aitzol_Berasategi'), 4032, 3024, 'CC-BY-4.0', { p3: true }],
  ['09-aitzgorri', xenial('aitzgorri_by_Aitzol_Berasategi'), 6000, 4000, 'CC-BY-4.0', {}],
  ['10-friends', xenial('friends_by_Aitzol_Berasategi'), 4000, 6000, 'CC-BY-4.0', { orientation: 6 }],
  ['11-life', xenial('life_by_Aitzol_Berasategi'), 6000, 4000, 'CC-BY-4.0', {}],
  ['12-clock', xenial('greentock_by_Peter_Nerlich'), 4032, 3024, 'CC-BY-SA-4.0', { p3: true }],
  ['13-free', xenial('free_by_Peter_Nerlich'), 4608, 3456, 'CC-BY-SA-4.0', {}],
  ['14-fruit', xenial('Picture_0B_by_freespace'), 5472, 3648, 'CC-BY-4.0', {}],
  ['15-garden', mate('Garden'), 3024, 4032, 'GPL-2+', { p3: true, orientation: 6 }],
  ['16-aqua', mate('Aqua'), 4032, 3024, 'GPL-2+', { p3: true }],
  ['17-two-wings', mate('TwoWings'), 3024, 4032, 'GPL-2+', { p3: true, orientation: 8 }],
  ['18-ladybird', mate('LadyBird'), 6000, 4000, 'GPL-2+', { whole: true }],
  ['19-flower', mate('YellowFlower'), 4608, 3456, 'GPL-2+', {}],
  ['20-leaf', plasma('FallenLeaf'), 5472, 3648, 'LGPL-3', { whole: true }],
  ['21-path', plasma('Path'), 6000, 4000, 'LGPL-3', { whole: true }],
  ['22-glow', plasma('EveningGlow'), 4032, 3024, 'LGPL-3', { p3: true }],
  ['23-cups', plasma('ColorfulCups'), 5184, 3888, 'LGPL-3', {}],
  ['24-boats', plasma('BytheWater'), 4032, 3024, 'LGPL-3', { orientation: 3 }]
]

export const DEBIAN_PHOTOGRAPHS = rows.map(([name, source, width, height, license, treatment]) => ({
  name, source, width, height, license, treatment
}))

/** Renders with transparency, kept as they are shipped. */
export const DEBIAN_ALPHA = ['IceCold', 'Kay'].map(name => ({
  name: `alpha-${name.toLowerCase()}`, source: plasma(name, '5120x2880.png'), license: 'CC-BY-SA-4.0'
}))
