/** How strict the compiler is with generated code: in its own `tsconfig.json`, where it is verified, and with the bodies of gaps. */
export const STRICTNESS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
} as const;
