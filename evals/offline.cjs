'use strict';
// Preload (`node --require ./evals/offline.cjs …`) that keeps a replay on this machine: sockets and names that are not
// loopback are refused, and each attempt is kept, so that a run can show that there was none. It is needed because
// promptfoo reports once that its telemetry is switched off. Worker threads and child processes inherit it.
const dgram = require('node:dgram');
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');

const KEY = Symbol.for('flowright.offline');

/** Of IP addresses and names: whether they are this machine. */
function isLoopback(host) {
  const name = String(host)
    .toLowerCase()
    .replace(/^\[|\]$/g, '');
  if (net.isIPv4(name)) return name.startsWith('127.');
  if (net.isIPv6(name)) return name === '::1' || name === '0:0:0:0:0:0:0:1' || name.startsWith('::ffff:127.');
  return name === 'localhost' || name.endsWith('.localhost');
}

/** Keeps the attempt, and gives the error that whoever made it gets. */
function refuse(call, target) {
  const attempt = { call, target: String(target) };
  globalThis[KEY].attempts.push(attempt);
  const log = process.env.FLOWRIGHT_OFFLINE_LOG;
  if (log) appendFileSync(log, `${JSON.stringify(attempt)}\n`);
  return Object.assign(new Error(`${call} ${attempt.target} was refused: only loopback is allowed here`), {
    code: 'EOFFLINE',
    syscall: call,
  });
}

/** Every TCP connection of net, tls, http, http2, undici and fetch goes through this. */
function guardSockets() {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function guarded(...args) {
    const [first] = Array.isArray(args[0]) ? args[0] : args;
    const [, second] = Array.isArray(args[0]) ? args[0] : args;
    const options = typeof first === 'object' && first !== null ? first : undefined;
    // A path is a socket of this machine.
    if (options?.path !== undefined && options.path !== null && options.port === undefined)
      return connect.apply(this, args);
    if (typeof first === 'string' && Number.isNaN(Number(first))) return connect.apply(this, args);
    const host =
      options?.host ?? (options === undefined && typeof second === 'string' ? second : undefined) ?? 'localhost';
    const port = options?.port ?? first;
    if (!isLoopback(host)) {
      const error = refuse('connect', `${host}:${port}`);
      process.nextTick(() => this.destroy(error));
      return this;
    }
    // A lookup of the caller's own may say of a name what it likes.
    this.once('lookup', (problem, address) => {
      if (!problem && !isLoopback(address)) this.destroy(refuse('connect', `${host} (${address}):${port}`));
    });
    return connect.apply(this, args);
  };
}

function guardDatagrams() {
  const { send, connect } = dgram.Socket.prototype;
  dgram.Socket.prototype.send = function guarded(...args) {
    // (msg, [offset, length,] port, address, callback): the address is the text after a number.
    const address = args.find(
      (one, index) => index > 1 && typeof one === 'string' && typeof args[index - 1] === 'number',
    );
    if (address === undefined || isLoopback(address)) return send.apply(this, args);
    const error = refuse('send', address);
    const done = args.at(-1);
    process.nextTick(() => (typeof done === 'function' ? done(error) : this.emit('error', error)));
  };
  dgram.Socket.prototype.connect = function guarded(...args) {
    const address = typeof args[1] === 'string' ? args[1] : 'localhost';
    if (isLoopback(address)) return connect.apply(this, args);
    const error = refuse('connect', `${address}:${args[0]}`);
    const done = args.at(-1);
    process.nextTick(() => (typeof done === 'function' ? done(error) : this.emit('error', error)));
  };
}

/** Names are not asked of anybody either. */
function guardNames() {
  const guard = (owner, promises) => {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (!/^(?:lookup|resolve|reverse)/.test(name) || typeof owner[name] !== 'function') continue;
      const original = owner[name];
      owner[name] = function guarded(host, ...rest) {
        if (isLoopback(host)) return original.call(this, host, ...rest);
        const error = refuse(`dns.${name}`, host);
        if (promises) return Promise.reject(error);
        const done = rest.at(-1);
        process.nextTick(() => done(error));
      };
    }
  };
  guard(dns, false);
  guard(dns.Resolver.prototype, false);
  guard(dns.promises, true);
  guard(dns.promises.Resolver.prototype, true);
}

/** Children that are started with options of their own get it by the environment. */
function passOn() {
  const option = `--require ${JSON.stringify(__filename)}`;
  const { NODE_OPTIONS = '' } = process.env;
  if (!NODE_OPTIONS.includes(option)) process.env.NODE_OPTIONS = `${NODE_OPTIONS} ${option}`.trim();
}

if (globalThis[KEY] === undefined) {
  globalThis[KEY] = { attempts: [] };
  guardSockets();
  guardDatagrams();
  guardNames();
  passOn();
  syncBuiltinESMExports();
}
