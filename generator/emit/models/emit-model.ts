import type { ModelPlan } from '../../ir/model.ts';
import { descriptionOf } from '../../shape/json-schema.ts';
import {
  call,
  constDeclaration,
  docComment,
  identifier,
  Imports,
  Names,
  sourceFile,
  stringLiteral,
  type Declaration,
  type EmittedFile,
  type GeneratedText,
} from '../syntax/index.ts';
import { checkFunctions } from './check/check-function.ts';
import { referred, RUNTIME_VALIDATE, type FileScope } from './check/scope.ts';
import { modelSymbols, type ModelSymbol, type ModelSymbols } from './symbols.ts';
import { typeText } from './type/type-text.ts';

/** The file of every model: its TypeScript type, the function that checks a value, and the parsers that are asked for. */
export async function emitModels(models: readonly ModelPlan[]): Promise<readonly EmittedFile[]> {
  const symbols = modelSymbols(models);
  return Promise.all(models.map((model) => emitModel(model, symbols)));
}

export async function emitModel(model: ModelPlan, symbols: ModelSymbols): Promise<EmittedFile> {
  const own = ownSymbols(model, symbols);
  const { payload, response } = model.parsers;
  const declared = [
    ...own.flatMap(({ type, check }) => [type.name, check.name]),
    ...[payload, response].filter((name) => name !== undefined),
  ];
  const file: FileScope = {
    model: model.id,
    symbols,
    imports: new Imports(model.symbol.file, declared),
    names: new Names([...declared, ...importedNames(symbols)]),
    constants: [],
    functions: [],
  };
  const types: GeneratedText[] = [];
  for (const [index, symbol] of own.entries())
    types.push(await typeDeclaration(file, symbol, index === 0 ? model.doc : undefined));
  const checks = own.flatMap((symbol) => checkFunctions(file, symbol));
  const content = [...types, ...file.constants, ...checks, ...parsers(model, file)];
  return sourceFile({ path: model.symbol.file, imports: file.imports, content });
}

/** The model itself first, then what its own references lead to. */
function ownSymbols(model: ModelPlan, symbols: ModelSymbols): readonly ModelSymbol[] {
  return [...symbols]
    .filter(([name]) => name === model.id || name.startsWith(`${model.id}#`))
    .map(([, symbol]) => symbol);
}

/** Names that an import of this file may have. */
function importedNames(symbols: ModelSymbols): readonly string[] {
  return [...symbols.values()].flatMap(({ type, check }) => [type.name, check.name]);
}

async function typeDeclaration(
  file: FileScope,
  { type, schema }: ModelSymbol,
  doc: string | undefined,
): Promise<GeneratedText> {
  const nameOf = (ref: string): string => file.imports.useType(referred(file, ref).type).text;
  const text = await typeText(type.name, schema, nameOf);
  const comment = doc ?? descriptionOf(schema);
  return { generatedText: comment === undefined ? text : `${docComment(comment)}\n${text}` };
}

function parsers(model: ModelPlan, file: FileScope): readonly Declaration[] {
  const { payload, response } = model.parsers;
  const own = referred(file, '#');
  const parser = (name: string, of: string): Declaration =>
    constDeclaration({
      name,
      value: call(file.imports.useFrom(RUNTIME_VALIDATE, of), [
        stringLiteral(own.type.name),
        identifier(own.check.name),
      ]),
    });
  return [
    ...(payload === undefined ? [] : [parser(payload, 'parser')]),
    ...(response === undefined ? [] : [parser(response, 'responseParser')]),
  ];
}
