import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, parser, report } from '@flowright/runtime/validate';

/** The pull_request event, as far as this integration reads it. */
export interface PullRequestEvent {
  action: string;
  number: number;
  pull_request: {
    additions: number;
    base: {
      ref: string;
    };
    deletions: number;
    draft: boolean;
    head: {
      ref: string;
    };
    html_url: string;
    labels: {
      name: string;
    }[];
    title: string;
    user: {
      login: string;
    };
  };
  repository: {
    full_name: string;
  };
}

export function checkPullRequestEvent(value: unknown, at: Place, issues: Issue[]): value is PullRequestEvent {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const action = value.action;
  if (action === undefined) {
    report(issues, inside(at, 'action'), 'is missing');
  } else if (typeof action !== 'string') report(issues, inside(at, 'action'), 'must be a string');
  const number = value.number;
  if (number === undefined) {
    report(issues, inside(at, 'number'), 'is missing');
  } else if (typeof number !== 'number') {
    report(issues, inside(at, 'number'), 'must be a number');
  } else if (!Number.isSafeInteger(number)) report(issues, inside(at, 'number'), notAnInteger(number));
  const pullRequest = value.pull_request;
  if (pullRequest === undefined) {
    report(issues, inside(at, 'pull_request'), 'is missing');
  } else {
    checkPullRequestEventPullRequest(pullRequest, inside(at, 'pull_request'), issues);
  }
  const repository = value.repository;
  if (repository === undefined) {
    report(issues, inside(at, 'repository'), 'is missing');
  } else {
    checkPullRequestEventRepository(repository, inside(at, 'repository'), issues);
  }
  return issues.length === before;
}

function checkPullRequestEventPullRequest(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const additions = value.additions;
  if (additions === undefined) {
    report(issues, inside(at, 'additions'), 'is missing');
  } else if (typeof additions !== 'number') {
    report(issues, inside(at, 'additions'), 'must be a number');
  } else if (!Number.isSafeInteger(additions)) report(issues, inside(at, 'additions'), notAnInteger(additions));
  const base = value.base;
  if (base === undefined) {
    report(issues, inside(at, 'base'), 'is missing');
  } else {
    checkPullRequestEventPullRequestBase(base, inside(at, 'base'), issues);
  }
  const deletions = value.deletions;
  if (deletions === undefined) {
    report(issues, inside(at, 'deletions'), 'is missing');
  } else if (typeof deletions !== 'number') {
    report(issues, inside(at, 'deletions'), 'must be a number');
  } else if (!Number.isSafeInteger(deletions)) report(issues, inside(at, 'deletions'), notAnInteger(deletions));
  const draft = value.draft;
  if (draft === undefined) {
    report(issues, inside(at, 'draft'), 'is missing');
  } else if (typeof draft !== 'boolean') report(issues, inside(at, 'draft'), 'must be true or false');
  const head = value.head;
  if (head === undefined) {
    report(issues, inside(at, 'head'), 'is missing');
  } else {
    checkPullRequestEventPullRequestHead(head, inside(at, 'head'), issues);
  }
  const htmlUrl = value.html_url;
  if (htmlUrl === undefined) {
    report(issues, inside(at, 'html_url'), 'is missing');
  } else if (typeof htmlUrl !== 'string') report(issues, inside(at, 'html_url'), 'must be a string');
  const labels = value.labels;
  if (labels === undefined) {
    report(issues, inside(at, 'labels'), 'is missing');
  } else if (!Array.isArray(labels)) {
    report(issues, inside(at, 'labels'), 'must be an array');
  } else {
    const place = inside(at, 'labels');
    for (let index = 0; index < labels.length; index += 1) {
      const item: unknown = labels[index];
      checkPullRequestEventPullRequestLabelsItem(item, inside(place, index), issues);
    }
  }
  const title = value.title;
  if (title === undefined) {
    report(issues, inside(at, 'title'), 'is missing');
  } else if (typeof title !== 'string') report(issues, inside(at, 'title'), 'must be a string');
  const user = value.user;
  if (user === undefined) {
    report(issues, inside(at, 'user'), 'is missing');
  } else {
    checkPullRequestEventPullRequestUser(user, inside(at, 'user'), issues);
  }
  return issues.length === before;
}

function checkPullRequestEventPullRequestBase(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const ref = value.ref;
  if (ref === undefined) {
    report(issues, inside(at, 'ref'), 'is missing');
  } else if (typeof ref !== 'string') report(issues, inside(at, 'ref'), 'must be a string');
  return issues.length === before;
}

function checkPullRequestEventPullRequestHead(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const ref = value.ref;
  if (ref === undefined) {
    report(issues, inside(at, 'ref'), 'is missing');
  } else if (typeof ref !== 'string') report(issues, inside(at, 'ref'), 'must be a string');
  return issues.length === before;
}

function checkPullRequestEventPullRequestLabelsItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const name = value.name;
  if (name === undefined) {
    report(issues, inside(at, 'name'), 'is missing');
  } else if (typeof name !== 'string') report(issues, inside(at, 'name'), 'must be a string');
  return issues.length === before;
}

function checkPullRequestEventPullRequestUser(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const login = value.login;
  if (login === undefined) {
    report(issues, inside(at, 'login'), 'is missing');
  } else if (typeof login !== 'string') report(issues, inside(at, 'login'), 'must be a string');
  return issues.length === before;
}

function checkPullRequestEventRepository(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const fullName = value.full_name;
  if (fullName === undefined) {
    report(issues, inside(at, 'full_name'), 'is missing');
  } else if (typeof fullName !== 'string') report(issues, inside(at, 'full_name'), 'must be a string');
  return issues.length === before;
}

export const parsePullRequestEvent = parser('PullRequestEvent', checkPullRequestEvent);
