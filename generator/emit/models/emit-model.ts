import type { ModelPlan } from '../../plan/ir/model.ts';
import { isSchemaObject, type JsonSchema } from '../../shape/json-schema.ts';
import { call, identifier, Imports, Names, stringLiteral, type EmittedFile } from '../syntax/index.ts';
import { checkFunctions } from './check/check-function.ts';
import { referred, RUNTIME_VALIDATE, type FileScope } from './check/scope.ts';
import { constantText, docComment, importText } from './file-text.ts';
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
  const declared = [...own.flatMap(({ type, check }) => [type.name, check.name]), ...[payload, response].filter((name) => name !== undefined)];
  const file: FileScope = {
    model: model.id,
    symbols,
    imports: new Imports(model.symbol.file, declared),
    names: new Names([...declared, ...importedNames(symbols)]),
    constants: [],
    functions: [],
  };
  const types: string[] = [];
  for (const [index, symbol] of own.entries()) types.push(await typeDeclaration(file, symbol, index === 0 ? model.doc : undefined));
  const checks = own.flatMap((symbol) => checkFunctions(file, symbol));
  const parts = [...types, file.constants.join('\n'), ...checks, parsers(model, file).join('\n')];
  const text = [importText(file.imports), ...parts].filter((part) => part !== '').join('\n\n');
  return { path: model.symbol.file, text: `${text}\n` };
}

/** The model itself first, then what its own references lead to. */
function ownSymbols(model: ModelPlan, symbols: ModelSymbols): readonly ModelSymbol[] {
  return [...symbols].filter(([name]) => name === model.id || name.startsWith(`${model.id}#`)).map(([, symbol]) => symbol);
}

/** Names that an import of this file may have. */
function importedNames(symbols: ModelSymbols): readonly string[] {
  return [...symbols.values()].flatMap(({ type, check }) => [type.name, check.name]);
}

async function typeDeclaration(file: FileScope, { type, schema }: ModelSymbol, doc: string | undefined): Promise<string> {
  const nameOf = (ref: string): string => file.imports.useType(referred(file, ref).type).text;
  const text = await typeText(type.name, schema, nameOf);
  const comment = doc ?? descriptionOf(schema);
  return comment === undefined ? text : `${docComment(comment)}\n${text}`;
}

function descriptionOf(schema: JsonSchema): string | undefined {
  const description = isSchemaObject(schema) ? schema['description'] : undefined;
  return typeof description === 'string' && description.trim() !== '' ? description : undefined;
}

function parsers(model: ModelPlan, file: FileScope): readonly string[] {
  const { payload, response } = model.parsers;
  const own = referred(file, '#');
  const parser = (name: string, of: string): string =>
    constantText({ name, exported: true, value: call(file.imports.useFrom(RUNTIME_VALIDATE, of), [stringLiteral(own.type.name), identifier(own.check.name)]) });
  return [...(payload === undefined ? [] : [parser(payload, 'parser')]), ...(response === undefined ? [] : [parser(response, 'responseParser')])];
}
