import type { GapContract } from '../../contract/contract.ts';

/** A contract of which a check looks at the types and the signature only. */
export function contractOf(functionName: string, types: string): GapContract {
  const name = `${functionName.charAt(0).toUpperCase()}${functionName.slice(1)}`;
  return {
    integration: 'test',
    gap: functionName,
    functionName,
    inputType: `${name}Input`,
    outputType: `${name}Output`,
    types,
    signature: `export function ${functionName}(input: ${name}Input): ${name}Output`,
    rule: '',
    criteria: [],
    examples: [],
    inputSchema: {},
    outputSchema: {},
    place: { file: 'test.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
}
