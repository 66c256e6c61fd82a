export { createTransport, type TransportOptions, type TransportPool } from './create-transport.ts';
export { type HeaderLink, linkTarget, parseLinkHeader } from './link-header.ts';
export {
  cursorOf,
  nextAfterLast,
  nextCursor,
  nextLink,
  nextOffset,
  nextPageNumber,
  nextUrl,
  type NumberedPage,
  type OffsetPage,
  offsetOf,
  pageOf,
  urlOf,
} from './next-page.ts';
export type { NextPage, Page } from './page.ts';
export { collect, type FetchPage, paginate, type PaginateOptions } from './paginate.ts';
export { pathSegment } from './path-segment.ts';
export { readPath } from './read-path.ts';
export type { SendingStep } from './send-request.ts';
export type { Auth, RetryOn, SettingRef, SystemDefinition, SystemRetry } from './system.ts';
export type { ApiRequest, ApiResponse, ErrorRule, Method, QueryValue, Transport } from './transport.ts';
export type { UnsafeRequest, UnsafeSend } from './unsafe-send.ts';
export { runtimeVersion } from './version.ts';
