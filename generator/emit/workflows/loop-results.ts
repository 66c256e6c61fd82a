import { leaves } from '../../ir/leaves.ts';
import type { CollectPlan, LoopResultPlan, StepPlan } from '../../ir/step.ts';
import { isMaybe, presentTypeNode, reference, typeNode } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { bindValue } from './bind-value.ts';
import { emitValue, within, type Flow } from './flow.ts';
import { withRunFields } from './run-fields.ts';

/** What a loop that takes one item after the other keeps: a list that grows, and values that each round hands on. */
export interface Rounds {
  /** `const newest = newestSoFar;` at the start of a round. */
  beginRound(body: Flow): void;
  /** `views.push(…); newestSoFar = …;` at its end. */
  endRound(steps: readonly StepPlan[], body: Flow): void;
  /** Behind the loop. */
  end(): void;
}

/** Declares what the rounds fill: `const views: View[] = []; let newestSoFar: string = '';` */
export function beginRounds({ collect, carry = [] }: LoopResultPlan, flow: Flow): Rounds {
  const { scope } = flow;
  const kept = collect !== undefined && flow.read.has(collect.bind.name) ? collect : undefined;
  const isOuter = kept !== undefined && flow.declared.has(kept.bind.name);
  const list =
    kept === undefined
      ? undefined
      : s.identifier(isOuter ? scope.unique(`${kept.bind.name} collected`) : scope.declare(kept.bind.name));
  if (list !== undefined && kept !== undefined)
    scope.add(s.constant(list.text, s.array([]), presentTypeNode(kept.bind.type, scope.context)));
  const states = carry.map((one) => {
    const first = emitValue(one.from, flow);
    const state = s.identifier(scope.declare(one.state));
    scope.add(s.variable(state.text, typeNode(one.type, scope.context), first));
    return { ...one, node: state };
  });
  return {
    beginRound(body) {
      for (const { inner, node, type } of states)
        if (flow.read.has(inner)) {
          // The type is said: what the round hands on is worked out from it.
          body.scope.add(s.constant(body.scope.declare(inner), node, typeNode(type, scope.context)));
          body.carried.add(inner);
        }
    },
    endRound(steps, body) {
      if (leaves(steps)) return;
      if (list !== undefined && kept !== undefined) addTo(list, kept, body);
      for (const { node, next } of states) body.scope.add(s.assign(node, emitValue(next, body)));
    },
    end() {
      if (isOuter && list !== undefined && kept !== undefined) bindValue(kept.bind, list, flow);
    },
  };
}

/** Adds what a round gives to the list: a value, or each of its items; nothing where it is missing. */
function addTo(list: s.IdentifierNode, { value, flatten }: CollectPlan, body: Flow): void {
  const add = (node: s.ExpressionNode, scope: Flow['scope']): s.StatementNode => {
    if (!flatten) return s.perform(s.method(list, 'push', [node]));
    const one = s.identifier(scope.unique('one'));
    return s.forOf(one.text, node, [s.perform(s.method(list, 'push', [one]))]);
  };
  if (!isMaybe(value.type)) {
    body.scope.add(add(emitValue(value, body), body.scope));
    return;
  }
  const node = reference(withRunFields(value, body.ctx), body.scope, 'collected');
  const then = within(body);
  then.scope.add(add(node, then.scope));
  body.scope.add(s.ifThen(s.isPresent(node, value.type), then.scope.statements));
}
