import { expect, it } from 'vitest';
import { specPathText } from './spec-path-text.ts';

it('reads as an author would say it', () => {
  expect(specPathText(['mappings', 'orderToDeal', 'rows', 3, 'from'])).toBe('mappings.orderToDeal.rows[3].from');
  expect(specPathText(['models', 'Deal', 'fields', 'name?'])).toBe('models.Deal.fields.name?');
  expect(specPathText(['tables', 'states', 'in progress', 0])).toBe('tables.states["in progress"][0]');
  expect(specPathText([])).toBe('');
});
