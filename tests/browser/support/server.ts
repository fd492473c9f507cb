import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { api, type Api } from './api';

/** The account every server starts with; its name is its address up to the @. */
export const person = {
  email: 'ada@example.com',
  password: 'correct-horse-9',
  token: 'b3f1c0a5d2e4968778695a4b3c2d1e0f12345678',
};

const root = resolve(import.meta.dirname, '../../..');

/** A running server with a data folder of its own. */
export interface Server {
  /** Without a slash at the end. */
  address: string;
  /** The API, as `person`. */
  api: Api;
}

/** Starts the server that was built last, gives it to `use` and ends it. */
export async function withServer(use: (server: Server) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'goldset-journey-'));
  const child = spawn(
    executable(),
    [
      'start',
      ...['--internal-host', '127.0.0.1', '--port', '0', '--data-dir', folder],
      ...['--username', person.email, '--password', person.password, '--user-token', person.token],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    const address = await readyAddress(child);
    await use({ address, api: api(address, person.token) });
  } finally {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  }
}

function executable(): string {
  const given = process.env['GOLDSET_EXE'];
  if (given !== undefined) return given;
  const bin = 'src/Goldset.Server/bin';
  const built = ['.build/server/goldset', `${bin}/Release/net10.0/goldset`, `${bin}/Debug/net10.0/goldset`]
    .map((path) => join(root, path))
    .find((path) => existsSync(path));
  if (built === undefined) throw new Error('Build the server first: dotnet build src/Goldset.Server');
  return built;
}

/** The address the server says it listens on, once it does. */
async function readyAddress(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  if (!child.stdout || !child.stderr) throw new Error('The server has no output.');
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const lines = createInterface(child.stdout);
  return new Promise((found, fail) => {
    lines.on('line', (line) => {
      said.push(`${line}\n`);
      const address = /running at (http\S+)/.exec(line)?.[1];
      if (address !== undefined) found(address.replace(/\/$/, ''));
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      fail(new Error(`The server ended with ${String(code)}:\n${said.join('')}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await ended;
}
