export type { BinaryContent, BodyKind, FileContent } from './body/payload.ts';
export { createTransport, type TransportOptions, type TransportPool } from './create-transport.ts';
export { type HeaderLink, linkTarget, parseLinkHeader } from './link-header.ts';
export {
  cursorInUrl,
  cursorOf,
  firstCursor,
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
export type { NextPage, Page, Position } from './page.ts';
export {
  collect,
  collectPages,
  type FetchPage,
  paginate,
  type PageRead,
  type PaginateOptions,
  walkPages,
} from './paginate.ts';
export { pathSegment, pathSegments } from './path-segment.ts';
export { keyNumber, keyOf, keyText, type KeysetPage, nextKeys } from './keyset.ts';
export { atKeys, atOffset, atPage, nextNumber, nextText } from './positions.ts';
export { readPath } from './read-path.ts';
export { atTime, type TimeWindow, type WindowFormat, windowOf, type WindowOptions } from './window.ts';
export { uniqueItems } from './unique-items.ts';
export type { SendingStep } from './send-request.ts';
export { authorizationSettings, authorize, type Authorization } from './auth/authorization.ts';
export { fileTokenStore, TOKEN_FILE } from './auth/file-token-store.ts';
export type { StoredToken, TokenStore } from './auth/token-store.ts';
export type {
  AuthData,
  AwsSigV4Auth,
  ExchangeAuth,
  JwtAuth,
  MtlsAuth,
  OAuth1Auth,
  OAuth2Auth,
  SignatureAuth,
  SigningKey,
} from './auth/auth.ts';
export type { Auth, RetryOn, SettingRef, SystemDefinition, SystemRetry } from './system.ts';
export type {
  ApiRequest,
  ApiResponse,
  ErrorRule,
  Method,
  QueryList,
  QueryStyle,
  QueryValue,
  Transport,
} from './transport.ts';
export type { UnsafeRequest, UnsafeSend } from './unsafe-send.ts';
export { runtimeVersion } from './version.ts';
