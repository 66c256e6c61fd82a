import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { LogicPlan } from '../../ir/logic.ts';
import { isMaybe, typeNode, type EmitContext, type Referable } from '../expressions/index.ts';
import {
  functionDeclaration,
  Imports,
  interfaceDeclaration,
  literal,
  referenceType,
  sourceFile,
  throwNew,
  typeDeclaration,
  type Declaration,
  type EmittedFile,
} from '../syntax/index.ts';
import { gapDoc } from './gap-doc.ts';

/** `src/logic/<id>.ts`: a gap. Filled, it is the file that was tested, byte for byte; else its signature, and a body that fails. */
export function emitLogic(logic: LogicPlan, plan: Referable): EmittedFile {
  const { symbol, input, output, inputType, outputType } = logic;
  if (logic.fill !== undefined) return { path: symbol.file, text: logic.fill.file };
  const imports = new Imports(symbol.file, [symbol.name, inputType, outputType]);
  const context = { plan, imports };
  const gap = functionDeclaration({
    name: symbol.name,
    doc: gapDoc(logic),
    parameters: [{ name: '_input', type: referenceType(inputType) }],
    returns: referenceType(outputType),
    body: [throwNew(imports.useRuntime('GapUnfilledError'), [literal(logic.id)])],
  });
  return sourceFile({
    path: symbol.file,
    imports,
    content: [declare(inputType, input, context), declare(outputType, output, context), gap],
  });
}

/** An object as an interface whose fields are explained, anything else by its type. */
function declare(name: string, type: Type, context: EmitContext): Declaration {
  const shape = expand(type.shape, context.plan.shapes);
  if (shape.kind !== 'object' || shape.rest !== undefined || type.ref !== undefined || isMaybe(type)) {
    return typeDeclaration({ name, type: typeNode(type, context, { readonly: true }) });
  }
  const fields = [...shape.fields].map(([field, { shape: inner, optional, description }]) => ({
    name: field,
    type: typeNode({ shape: inner, optional: false, nullable: false }, context, { readonly: true }),
    optional,
    readonly: true,
    doc: description,
  }));
  return interfaceDeclaration({ name, fields });
}
