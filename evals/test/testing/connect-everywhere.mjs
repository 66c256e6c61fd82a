// Tries to leave the machine in every way that Node has, and says of each how it ended.
import { execFileSync } from 'node:child_process';
import dgram from 'node:dgram';
import { lookup, resolve4 } from 'node:dns';
import { lookup as lookupPromise } from 'node:dns/promises';
import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';

const ended = {};
const codeOf = (error) => error?.cause?.code ?? error?.code ?? 'went through';
const by = (name, start) =>
  new Promise((resolve) => {
    start((error) => {
      ended[name] = codeOf(error);
      resolve();
    });
  });
const rejected = async (name, promise) => {
  try {
    await promise;
    ended[name] = 'went through';
  } catch (error) {
    ended[name] = codeOf(error);
  }
};

const fetchElsewhere = "fetch('http://example.net/').catch((error) => console.log(error.cause?.code))";
const server = http.createServer((_, response) => response.end('here'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

ended.loopback = await (await fetch(`http://127.0.0.1:${port}`)).text();
ended.localhost = await (await fetch(`http://localhost:${port}`)).text();
await rejected('fetch', fetch('https://example.com/'));
await rejected('fetch of an address', fetch('http://198.51.100.7/'));
await by('net', (done) => net.connect(80, '10.0.0.1').on('error', done));
await by('net of IPv6', (done) => net.connect({ port: 80, host: '2001:db8::1' }).on('error', done));
const lookupOfOurOwn = (_, options, found) => found(null, [{ address: '10.0.0.1', family: 4 }]);
await by('a name that is looked up elsewhere', (done) =>
  net.connect({ port: 80, host: 'localhost', lookup: lookupOfOurOwn }).on('error', done),
);
await by('tls', (done) => tls.connect(443, 'example.org').on('error', done));
await by('http', (done) => http.get('http://example.org/').on('error', done));
await by('http2', (done) => http2.connect('https://example.org/').on('error', done));
await by('dns.lookup', (done) => lookup('example.org', done));
await rejected('dns.promises.lookup', lookupPromise('example.org'));
await by('dns.resolve4', (done) => resolve4('example.org', done));
await by('dgram', (done) => dgram.createSocket('udp4').send('x', 53, '198.51.100.7', done));
await by('dgram, connected', (done) => dgram.createSocket('udp4').connect(53, '198.51.100.7', done));
ended.worker = await new Promise((resolve) => {
  const worker = new Worker(fetchElsewhere, { eval: true, stdout: true });
  worker.stdout.on('data', (text) => resolve(String(text).trim()));
});
ended.child = execFileSync(process.execPath, ['-e', fetchElsewhere], { encoding: 'utf8' }).trim();

process.stdout.write(JSON.stringify(ended), () => process.exit());
