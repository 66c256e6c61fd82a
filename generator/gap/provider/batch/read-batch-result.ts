import { isRecord } from '../../../data/is-record.ts';
import type { BatchResult } from '../../fill/batch/batch-service.ts';
import { visibleLine } from '../../prompt/visible-text.ts';
import type { ModelAnswer } from '../provider.ts';
import { readMessage } from '../request/read-message.ts';

const LONGEST_WORDS = 300;

/** What became of one request of a batch, from its line of the results; undefined where it is no such line. */
export function readBatchResult(line: string): BatchResult | undefined {
  const data = parse(line);
  if (!isRecord(data) || typeof data['custom_id'] !== 'string' || !isRecord(data['result'])) return undefined;
  const answer = answerOf(data['result']);
  return answer === undefined ? undefined : { key: data['custom_id'], answer };
}

function answerOf(result: Readonly<Record<string, unknown>>): ModelAnswer | undefined {
  switch (result['type']) {
    case 'succeeded': {
      const message = readMessage(result['message']);
      if (message === undefined) return undefined;
      const { text, stop, model, usage } = message;
      return { kind: 'answered', text, stop, model: model ?? 'unspecified', via: 'batch', usage };
    }
    case 'errored':
      return failed(`the request of the batch failed${wordsOf(result['error'])}`);
    case 'expired':
      return failed('the request was not answered before its batch expired');
    case 'canceled':
      return failed('the batch was canceled before the request was answered');
    default:
      return undefined;
  }
}

/** `: invalid_request_error: …`, of an error as it stands in a response's body. */
function wordsOf(error: unknown): string {
  const inner = isRecord(error) && isRecord(error['error']) ? error['error'] : error;
  if (!isRecord(inner)) return '';
  const words = [inner['type'], inner['message']].filter((one) => typeof one === 'string');
  return words.length === 0 ? '' : `: ${visibleLine(words.join(': ')).slice(0, LONGEST_WORDS)}`;
}

/** None of these is charged for. */
function failed(message: string): ModelAnswer {
  return { kind: 'failed', code: 'FR7320', message, usage: {}, fatal: false };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
