/** The page's style: system fonts, light and dark, one column where it is narrow, everything open on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --raised: #f5f6f8; --line: #d5d9df; --text: #1b1f24; --faint: #57606a; --link: #0b57b0;
  --good: #11632f; --good-back: #e3f5e9; --bad: #a8071a; --bad-back: #fdebec; --warn: #7a4d00; --warn-back: #fdf3dc;
  --bar: #4b7bc9; --ring: #0b57b0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --raised: #1d2127; --line: #3a414b; --text: #e8ebef; --faint: #a3acb8; --link: #84b6f7;
    --good: #7fd69c; --good-back: #16301f; --bad: #ff9c9c; --bad-back: #3d1a1d; --warn: #f1c168; --warn-back: #36290f;
    --bar: #6c9be8; --ring: #84b6f7;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: break-word; }
.wrap { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding: 2rem 0 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; scroll-margin-top: 1rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: .25rem 0 .75rem; }
.faint, caption, footer { color: var(--faint); }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem 1rem; z-index: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 1rem 0 0; padding: .5rem 0; border-block: 1px solid var(--line); }
nav a { display: inline-block; padding: .125rem 0; }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.verdict { border: 1px solid; border-left-width: .5rem; border-radius: .375rem; padding: .75rem 1rem; margin: 1rem 0 0; font-weight: 600; }
.verdict span { display: block; font-weight: 400; }
.passed { color: var(--good); } .failed { color: var(--bad); } .unstable, .open { color: var(--warn); }
.verdict.passed { background: var(--good-back); } .verdict.failed { background: var(--bad-back); }
.state { display: inline-block; white-space: nowrap; font-weight: 600; font-size: .875rem; border-radius: 1rem; padding: 0 .625rem; }
.state.passed { background: var(--good-back); } .state.failed { background: var(--bad-back); } .state.unstable, .state.open { background: var(--warn-back); }
.problems { list-style: none; padding: 0; margin: 0; display: grid; gap: .75rem; }
.problems li { border: 1px solid var(--line); border-left: .375rem solid var(--bad); border-radius: .375rem; padding: .625rem 1rem; }
.problems p { margin: .125rem 0; } .exact { white-space: pre-wrap; }
.problems ul { margin: 0; padding: 0 1rem .5rem 2rem; } .problems ul li { border: 0; padding: 0; list-style: disc; }
.moved { list-style: none; padding: 0; margin: 0; } .moved li { padding: .375rem 0; border-bottom: 1px solid var(--line); } .moved small { display: block; color: var(--faint); font-size: .875rem; }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 0; }
dl.figures div { background: var(--raised); border-radius: .375rem; padding: .625rem .875rem; }
dl.figures .wide { grid-column: 1 / -1; }
dt { color: var(--faint); font-size: .875rem; }
dd { margin: 0; font-weight: 600; }
dd small { display: block; font-weight: 400; font-size: .875rem; }
dl.figures .wide dd { font-weight: 400; }
figure { margin: 1.25rem 0; }
figure figcaption { color: var(--faint); font-size: .875rem; margin-bottom: .5rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 2rem; }
svg { display: block; width: 100%; max-width: 30rem; height: auto; }
svg text { fill: var(--text); font: 13px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
svg .soft { fill: var(--faint); } svg .track { fill: var(--raised); } svg .bar { fill: var(--bar); } svg .range { stroke: var(--text); stroke-width: 2; fill: none; } svg .was { stroke: var(--warn); stroke-width: 3; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; padding-bottom: .5rem; font-size: .875rem; }
th, td { overflow-wrap: break-word; text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); font-size: .875rem; white-space: nowrap; }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 400; } .cases tbody th { width: 99%; } td:first-child { width: 1%; }
tr.group th { background: var(--raised); }
td code { display: block; }
td.places { width: 45%; font-size: .875rem; } td.places > span { display: block; } td.places code { display: inline; }
.open-list { margin: 0; padding: .25rem 1rem .75rem 2rem; }
pre.prose span, pre.prose ins, pre.prose del { white-space: pre-wrap; min-width: 0; }
td small, th small { display: block; font-size: .875rem; }
details { border: 1px solid var(--line); border-radius: .375rem; margin: .5rem 0; }
summary { cursor: pointer; padding: .5rem .875rem; }
pre { margin: 0; padding: .5rem 0; overflow-x: auto; border-top: 1px solid var(--line); overflow-wrap: normal; }
pre span, pre ins, pre del { display: block; padding: 0 .875rem; white-space: pre; text-decoration: none; min-width: max-content; }
pre ins { background: var(--good-back); color: var(--good); } pre del { background: var(--bad-back); color: var(--bad); } pre .gap { color: var(--faint); }
footer { margin: 3rem 0 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .875rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen and (max-width: 60rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tr, th, td { display: block; }
  caption { padding: 0 0 .75rem; }
  tbody tr { border: 1px solid var(--line); border-radius: .375rem; margin-bottom: .75rem; padding: .375rem .875rem; }
  th, td { border: 0; padding: .1875rem 0; }
  td.number { display: inline-block; text-align: left; margin-right: 1rem; }
  td.number:empty { display: none; }
  td:empty { display: none; }
  td.places, td:first-child { width: auto; }
  td code { display: inline; }
  td[data-label]::before { content: attr(data-label) ': ' / ''; color: var(--faint); font-size: .875rem; }
  tbody tr.group { border: 0; padding: 0; margin-top: 1rem; }
  tr.group th { padding: .5rem .875rem; border-radius: .375rem; }
}
@media (max-width: 45rem) {
  .wrap { padding: 0 1rem; }
  header { padding-top: 1.25rem; }
  dl.figures { grid-template-columns: 1fr 1fr; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --text: #000; --faint: #444; --raised: #f3f3f3; --line: #bbb; --good: #11632f; --good-back: #fff; --bad: #a8071a; --bad-back: #fff; --warn: #7a4d00; --warn-back: #fff; --bar: #777; }
  html, body { font-size: 10pt; }
  h2, h3, summary, caption, .group { break-after: avoid; }
  summary { list-style: none; }
  table { font-size: 8pt; }
  table small, thead th, td.places, .state { font-size: 1em; }
  th, td { padding: .25rem .375rem; }
  td code { overflow-wrap: anywhere; }
  nav, .skip { display: none; }
  .wrap { max-width: none; padding: 0; }
  tr, li, figure, .figures div { break-inside: avoid; } .problems > li { break-inside: auto; }
  details::details-content { content-visibility: visible; block-size: auto; }
  pre span, pre ins, pre del { white-space: pre-wrap; min-width: 0; }
  pre ins { text-decoration: underline; }
}
`;
