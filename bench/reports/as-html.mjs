/** The same report as a page for a browser to print: the same words, tables, pictures, and charts as inline vectors. */
const safe = text => String(text).replace(/[&<>"]/g, one => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one])
const runs = all => all.map(({ text, bold }) => (bold ? `<b>${safe(text)}</b>` : safe(text))).join('')
const rich = blocks => blocks.map(one => (one.kind === 'paragraph' ? `<p>${one.lines.map(runs).join('<br>')}</p>` : `<ul>${one.items.map(item => `<li>${runs(item)}</li>`).join('')}</ul>`)).join('')

const [WIDTH, HEIGHT] = [520, 150]
const X = x => (x * WIDTH).toFixed(1)
const Y = y => ((1 - y) * HEIGHT).toFixed(1)

function chart({ title, alt, note, drawing }) {
  const ticks = drawing.ticks.map(({ at, label }) => `<line x1="0" x2="${WIDTH}" y1="${Y(at)}" y2="${Y(at)}" stroke="#d6d3d1"/><text x="-4" y="${Y(at)}" text-anchor="end">${safe(label)}</text>`)
  const names = drawing.categories.filter(({ label }) => label).map(({ at, label }) => `<text x="${X(at)}" y="${HEIGHT + 12}" text-anchor="middle">${safe(label)}</text>`)
  const lines = drawing.lines.flatMap(({ color, runs: all }) => all.map(run => `<polyline fill="none" stroke="${color}" stroke-width="1.5" points="${run.map(([x, y]) => `${X(x)},${Y(y)}`).join(' ')}"/>`))
  const bars = drawing.bars.map(({ x0, x1, y0, y1, color, label }) => `<rect x="${X(x0)}" y="${Y(y1)}" width="${X(x1 - x0)}" height="${((y1 - y0) * HEIGHT).toFixed(1)}" fill="${color}"/><text x="${X((x0 + x1) / 2)}" y="${Y(y1)}" text-anchor="middle">${safe(label ?? '')}</text>`)
  return `<h2>${safe(title)}</h2><figure><svg role="img" aria-label="${safe(alt)}" viewBox="-50 -10 ${WIDTH + 60} ${HEIGHT + 30}" width="100%">${[...ticks, ...names, ...lines, ...bars].join('')}</svg><figcaption>${safe(note ?? '')}</figcaption></figure>`
}

const parts = {
  cover: ({ picture }) => (picture ? `<img class="wide" src="${picture.source.slice(1)}" alt="${safe(picture.alt)}">` : ''),
  tiles: ({ tiles }) => `<div class="tiles">${tiles.map(one => `<div><small>${safe(one.label)}</small><strong>${safe(one.value)}</strong><small>${safe(one.change ?? '')} ${safe(one.note ?? '')}</small></div>`).join('')}</div>`,
  chart,
  table: ({ columns, rows }) => `<table><thead><tr>${columns.map(one => `<th>${safe(one.label)}</th>`).join('')}</tr></thead><tbody>${rows.map(row => `<tr>${row.map(cell => `<td>${safe(cell.text)}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
  cards: ({ cards }) => `<div class="cards">${cards.map(one => `<div>${one.picture ? `<img src="${one.picture.source.slice(1)}" alt="${safe(one.picture.alt)}">` : ''}<small>${safe(one.facts)}</small><b>${safe(one.title)}</b>${one.figures.map(({ label, text }) => `<small>${safe(label)} ${safe(text)}</small>`).join('')}</div>`).join('')}</div>`,
  terms: ({ terms }) => terms.map(one => `<p><b>${safe(one.term)}</b> ${safe(one.text)} ${safe(one.formula ?? '')}</p>`).join(''),
  note: ({ text }) => `<p><small>${safe(text)}</small></p>`
}

const STYLE = `body{font:9pt Inter,sans-serif;margin:0}h1{font-size:16pt;color:#14507a;break-after:avoid}h2{font-size:10.5pt;break-after:avoid}figure,tr,.cards>div{break-inside:avoid}
.cards,.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:5mm}.tiles{grid-template-columns:repeat(4,1fr)}.cards img{width:100%;height:44mm;object-fit:cover}.wide{width:100%}small,strong,b{display:block}
p b,li b{display:inline}table{width:100%;border-collapse:collapse}td,th{border-bottom:1px solid #d6d3d1;padding:1.7mm;text-align:left}svg text{font-size:7px}`

export const asHtml = data =>
  `<!doctype html><html lang="${data.language}"><head><meta charset="utf-8"><title>${safe(data.title)}</title><style>${STYLE}</style></head><body>${data.sections
    .map(one => `<h1>${safe(one.title)}</h1>${rich(one.text)}${one.blocks.map(block => parts[block.kind]?.(block) ?? '').join('')}`)
    .join('')}</body></html>`
