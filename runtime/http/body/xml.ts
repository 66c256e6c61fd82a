import { BodyError } from './payload.ts';

/** How attributes and the text beside them are called in an object that stands for XML. */
export const XML_NAMES = { attributeNamePrefix: '@', textNodeName: '#text', ignoreAttributes: false } as const;

/**
 * An object as XML: its one member is the root element, `@name` is an attribute, `#text` the text beside attributes, a list
 * repeats the element. Undefined and null members are left out.
 */
export async function toXml(body: unknown): Promise<string> {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Object.keys(body).length !== 1)
    throw new BodyError('is no object with one member, which would be the root element');
  const { XMLBuilder } = await import('fast-xml-parser');
  const builder = new XMLBuilder({ ...XML_NAMES, suppressEmptyNode: true });
  return `<?xml version="1.0" encoding="UTF-8"?>${builder.build(withoutMissing(body))}`;
}

/**
 * XML as an object of the same form; every text stays text, since XML has no numbers. Entities are not expanded, but for
 * the five of XML. `undefined` for what is no XML, or declares entities.
 */
export async function fromXml(text: string): Promise<unknown> {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  if (XMLValidator.validate(text) !== true) return undefined;
  const parser = new XMLParser({
    ...XML_NAMES,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: { enabled: true, maxEntityCount: 0 },
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  try {
    return parser.parse(text);
  } catch {
    // Entities of its own, which could grow without end.
    return undefined;
  }
}

function withoutMissing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMissing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === undefined || member === null ? [] : [[name, withoutMissing(member)] as const],
    ),
  );
}
