import fc from 'fast-check';

/** Any well-formed text. fast-check's own `unit: 'binary'` takes a second to build its tables. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10ffff }),
    ),
  )
  .map((points) => String.fromCodePoint(...points));

/** Any text of printable ASCII. */
export const anyAscii = fc.array(fc.integer({ min: 0x20, max: 0x7e })).map((points) => String.fromCodePoint(...points));

/** Any absolute URL with a path, a query and a fragment. */
export const anyUrl = fc
  .tuple(anyText, anyText, anyText)
  .map(
    ([path, query, fragment]) =>
      new URL(
        `https://host.example/${encodeURIComponent(path)}?q=${encodeURIComponent(query)},(1);2#${encodeURIComponent(fragment)}`,
      ).href,
  );
