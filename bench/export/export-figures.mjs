import { figure } from '../support/report.mjs'

const byTool = (tools, part) => tools.find(({ name }) => name.startsWith(part))

function againstScripts({ sequential, clones, extract, webp }) {
  return [
    figure('plain sharp, one after another / ours, CPU', sequential.cpu, { least: 3.5 }),
    figure('plain sharp, one after another / ours, wall', sequential.wall, { least: 5 }),
    figure('plain sharp, all clones at once / ours, CPU', clones.cpu, { least: 3.5 }),
    figure('plain sharp, all clones at once / ours, wall', clones.wall, { least: 3 }),
    figure('plain sharp, cut at a focal point / ours, CPU', extract.cpu),
    figure('plain sharp, WebP q80 / ours, CPU', webp.cpu, { least: 1.7 })
  ]
}

function againstTools({ tools, sequential, clones }) {
  if (tools.length === 0) return []
  const best = [...tools, { name: 'plain sharp', cpu: sequential.cpu }, { name: 'clones', cpu: clones.cpu }].sort((a, b) => a.cpu - b.cpu)[0]
  const magick = byTool(tools, 'ImageMagick')
  return [
    ...(magick ? [figure('ImageMagick mogrify / ours, CPU', magick.cpu, { least: 12 })] : []),
    ...tools.filter(tool => tool !== magick).map(({ name, cpu }) => figure(`${name} / ours, CPU`, cpu)),
    figure('best scripted rival / ours, CPU', best.cpu, { least: 1.5, note: best.name })
  ]
}

function underLimits({ bisection }) {
  const { cap } = bisection
  return [
    figure('halving qualities under a limit / ours, CPU', bisection.cpu, { least: 8 }),
    figure('encodes beside the one kept, where a limit binds', cap.meanProbesWhereBound, { most: 2, note: `${cap.bound} of ${cap.outputs} outputs` }),
    figure('files over their limit', cap.overCap, { most: 0 })
  ]
}

const qualityFigures = quality => [
  figure('SSIM, ours minus plain sharp', quality.ours - quality['plain sharp'], { least: -0.001 }),
  ...Object.entries(quality).map(([name, value]) => ({ ...figure(`SSIM, ${name}`, value), value: Number(value.toFixed(4)) }))
]

function memoryAndApp({ sequential, clones, hundred, app, sharpened }) {
  return [
    figure('peak memory, all photographs', Math.max(sequential.peakMiB, clones.peakMiB, app.mediaPeakMiB), { most: 600, unit: 'MiB' }),
    figure('peak memory, one of 102 megapixels', hundred.peakMiB, { most: 500, unit: 'MiB' }),
    figure('the whole app / its pipeline, CPU', app.cpu, { most: 1.15, note: 'until the last file is in place' }),
    figure('contact sheet and manifest, CPU', app.sheetCpu, { unit: 's', note: `of ${app.wholeCpu.toFixed(1)} s in all` }),
    figure('with output sharpening / without, CPU', sharpened.cpu)
  ]
}

/** Everything that was measured, with what is to be reached. */
export const exportFigures = measured => [
  ...againstScripts(measured),
  ...againstTools(measured),
  ...underLimits(measured),
  ...qualityFigures(measured.quality),
  ...memoryAndApp(measured)
]
