/** A colour on light ground and on dark ground. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** One for each system, told apart by eyes of every kind as far as that goes; a ninth system has the first again. */
export const COLOURS: readonly Colour[] = [
  { light: '#15803d', dark: '#4ade80' },
  { light: '#c2410c', dark: '#fb923c' },
  { light: '#1d4ed8', dark: '#7aa2ff' },
  { light: '#7e22ce', dark: '#c084fc' },
  { light: '#0e7490', dark: '#22d3ee' },
  { light: '#be185d', dark: '#f472b6' },
  { light: '#4d7c0f', dark: '#a3e635' },
  { light: '#6b5b4b', dark: '#c9b8a4' },
];

export const GAP_COLOUR: Colour = { light: '#a16207', dark: '#facc15' };
