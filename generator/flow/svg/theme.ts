import { COLOURS, GAP_COLOUR, type Colour } from '../colours.ts';
import type { Svg } from './element.ts';

const NAMED = {
  ground: { light: '#ffffff', dark: '#0d1117' },
  surface: { light: '#ffffff', dark: '#161b22' },
  sunk: { light: '#f6f8fa', dark: '#11161d' },
  line: { light: '#d0d7de', dark: '#343b45' },
  edge: { light: '#7d8793', dark: '#7d8793' },
  text: { light: '#1f2328', dark: '#e6edf3' },
  muted: { light: '#59636e', dark: '#9aa4af' },
  start: { light: '#24292f', dark: '#e6edf3' },
  onstart: { light: '#ffffff', dark: '#0d1117' },
  onstartmuted: { light: '#c3cad2', dark: '#454c56' },
  decide: { light: '#eef3fb', dark: '#172033' },
  decideline: { light: '#a9bedd', dark: '#3b5175' },
  fail: { light: '#cf222e', dark: '#ff7b72' },
  failfill: { light: '#fff1f0', dark: '#2a1517' },
  gap: GAP_COLOUR,
  gapfill: { light: '#fff8df', dark: '#2a2410' },
} as const satisfies Readonly<Record<string, Colour>>;

const SYSTEMS = COLOURS.map((colour, index) => [`system${String(index)}`, colour] as const);

function variables(mode: keyof Colour): string {
  return [...Object.entries(NAMED), ...SYSTEMS].map(([name, colour]) => `--${name}:${colour[mode]}`).join(';');
}

const SANS = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif";
const MONO = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace";

const RULES = [
  `.flowright text{font-family:${SANS};fill:var(--text)}`,
  `.flowright .mono,.flowright .title,.flowright .code{font-family:${MONO}}`,
  '.flowright .title{font-size:13px;font-weight:600}',
  '.flowright .code{font-size:11px}',
  '.flowright .words{font-size:11.5px;fill:var(--muted)}',
  '.flowright .code{fill:var(--muted)}',
  '.flowright .note{font-size:11px;font-style:italic;fill:var(--muted)}',
  '.flowright .gap{font-size:11.5px;font-weight:700;fill:var(--gap)}',
  '.flowright .label{font-size:10.5px;font-weight:700;letter-spacing:.3px;fill:var(--muted)}',
  '.flowright .answer{font-size:11px;font-weight:700;fill:var(--muted)}',
  '.flowright .heading{font-size:20px;font-weight:700}',
  '.flowright .below{font-size:12.5px;fill:var(--muted)}',
  '.flowright .ground{fill:var(--ground)}',
  '.flowright .card,.flowright .store{fill:var(--surface);stroke:var(--line)}',
  '.flowright .decision{fill:var(--decide);stroke:var(--decideline)}',
  '.flowright .rule{fill:var(--sunk);stroke:var(--line)}',
  '.flowright .pill{fill:var(--surface);stroke:var(--text);stroke-width:1.5}',
  '.flowright .start{fill:var(--start);stroke:none}',
  '.flowright .onstart .title{fill:var(--onstart)}',
  '.flowright .onstart .label,.flowright .onstart .words,.flowright .onstart .code{fill:var(--onstartmuted)}',
  '.flowright .gapbox{fill:var(--gapfill);stroke:var(--gap);stroke-width:1.5;stroke-dasharray:6 4}',
  '.flowright .fail{fill:var(--failfill);stroke:var(--fail)}',
  '.flowright .onfail .title,.flowright .onfail .label{fill:var(--fail)}',
  '.flowright .end{fill:var(--start)}',
  '.flowright .frame{fill:var(--sunk);stroke:var(--line)}',
  '.flowright .edge{fill:none;stroke:var(--edge);stroke-width:1.5}',
  '.flowright .head{fill:var(--edge)}',
  '.flowright .failedge{stroke:var(--fail)}',
  '.flowright .failhead{fill:var(--fail)}',
  ...SYSTEMS.flatMap(([name]) => [
    `.flowright .${name}{fill:var(--${name})}`,
    `.flowright .label.on${name}{fill:var(--${name})}`,
  ]),
];

/** The style sheet: no font, image or address from outside; dark where the reader's screen is. */
export function styleSheet(): Svg {
  const css = [
    `.flowright{${variables('light')}}`,
    `@media(prefers-color-scheme:dark){.flowright{${variables('dark')}}}`,
    ...RULES,
  ];
  return { svg: `<style>\n${css.join('\n')}\n</style>` };
}
