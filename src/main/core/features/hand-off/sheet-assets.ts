/** What the sheet of a pack carries with it. It is opened from a disk, years later, on any machine: no library, no request. */

/** `file:` pages may lack the clipboard; then the text is selected in a field and copied as by hand. */
export const sheetScript = `'use strict';
(function () {
  function byHand(text) {
    var area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.className = 'away';
    document.body.appendChild(area);
    area.select();
    var copied = false;
    try { copied = document.execCommand('copy'); } catch (error) { copied = false; }
    document.body.removeChild(area);
    return copied;
  }
  function copy(text) {
    if (!navigator.clipboard || !window.isSecureContext) return Promise.resolve(byHand(text));
    return navigator.clipboard.writeText(text).then(function () { return true; }, function () { return byHand(text); });
  }
  function label(button, word) {
    button.textContent = word;
    button.setAttribute('aria-label', word + ': ' + button.dataset.name);
  }
  function tell(button, copied) {
    var words = document.body.dataset;
    label(button, copied ? words.copied : words.failed);
    button.classList.toggle('done', copied);
    document.getElementById('said').textContent = button.getAttribute('aria-label');
    setTimeout(function () { label(button, copied ? words.again : words.copy); }, 1600);
  }
  document.addEventListener('click', function (event) {
    var button = event.target instanceof Element ? event.target.closest('button[data-of]') : null;
    if (!button) return;
    copy(document.getElementById(button.dataset.of).textContent).then(function (copied) {
      tell(button, copied);
      button.focus();
    });
  });
  document.addEventListener('change', function (event) {
    if (event.target.dataset.post) document.getElementById(event.target.dataset.post).classList.toggle('posted', event.target.checked);
  });
})();
`

export const sheetStyle = `
:root { color-scheme: light dark; --page: #f7f6f4; --card: #fff; --line: #dddad5; --ink: #1f1d1a; --soft: #66615a; --accent: #1f5c42; --on: #fff; --warn: #8a4b00; }
@media (prefers-color-scheme: dark) {
  :root { --page: #171614; --card: #211f1d; --line: #3a3733; --ink: #ece9e4; --soft: #a9a39b; --accent: #7cc4a1; --on: #10201a; --warn: #e0a458; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 14px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 22px; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 32px 0 8px; }
h3 { font-size: 15px; margin: 0; overflow-wrap: anywhere; }
p { margin: 4px 0; }
.soft { color: var(--soft); }
nav { margin-top: 16px; }
nav ol { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
nav li + li { border-top: 1px solid var(--line); }
nav a { display: flex; gap: 12px; padding: 6px 12px; color: inherit; text-decoration: none; }
nav a:hover { color: var(--accent); }
nav .when { flex: none; width: 12em; white-space: nowrap; font-variant-numeric: tabular-nums; }
nav .what { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 0 0 16px; break-inside: avoid; scroll-margin-top: 8px; }
article header { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; }
article.posted { opacity: 0.55; }
.time { font-variant-numeric: tabular-nums; }
.where { display: flex; flex-wrap: wrap; gap: 4px 12px; margin-top: 4px; }
label { flex: none; display: flex; gap: 6px; align-items: center; }
input { width: 16px; height: 16px; accent-color: var(--accent); }
.pictures { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 4px; padding: 0; list-style: none; }
.pictures a { display: block; width: 128px; color: var(--soft); font-size: 12px; overflow-wrap: anywhere; }
.pictures img { display: block; max-width: 128px; max-height: 128px; margin-bottom: 4px; border-radius: 4px; }
.field { border-top: 1px solid var(--line); padding: 8px 0; margin-top: 8px; }
.field > div { display: flex; align-items: center; justify-content: space-between; gap: 8px; }
.name { font-weight: 600; font-size: 12px; color: var(--soft); }
pre { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; unicode-bidi: plaintext; }
button { font: inherit; font-size: 12px; min-width: 88px; min-height: 28px; padding: 2px 12px; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; cursor: pointer; }
button:hover { border-color: var(--accent); }
button.done { background: var(--accent); border-color: var(--accent); color: var(--on); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.problems { margin: 8px 0 0; padding-left: 20px; color: var(--warn); }
.away { position: fixed; top: 0; left: -1000px; }
@media print {
  body { background: none; font-size: 11px; }
  main { max-width: none; padding: 0; }
  button, label { display: none; }
  article { border-color: #999; }
}
`
