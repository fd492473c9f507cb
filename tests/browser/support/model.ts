import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server sends with a task that is being drawn on. */
interface Asked {
  /** Without a context when a task is only opened. */
  params: { context?: { result: Element[] } | null };
}

interface Element {
  type: string;
  is_positive?: boolean;
  value: Record<string, unknown>;
  [key: string]: unknown;
}

/** A machine learning back end on this machine. */
export interface Model {
  address: string;
  /** The prompts of each question, oldest first. */
  asked: Element[][];
}

/** Starts a back end that answers each question with `predict`; one that throws answers with a failure. */
export async function withModel(
  predict: (prompts: Element[]) => object[],
  use: (model: Model) => Promise<void>,
): Promise<void> {
  const asked: Element[][] = [];
  const server = createServer((request, response) => {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    void bodyOf(request).then((body) => {
      if (request.url === '/health') return send(200, { status: 'UP' });
      if (request.url === '/setup') return send(200, { model_version: 'fake-1' });
      if (request.url !== '/predict') return send(200, {});
      const prompts = (JSON.parse(body) as Asked).params.context?.result;
      if (prompts === undefined) return send(200, { results: [] });
      asked.push(prompts);
      try {
        send(200, { results: [{ result: predict(prompts), score: 0.9, model_version: 'fake-1' }] });
      } catch (error) {
        send(500, { detail: String(error) });
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    await use({ address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked });
  } finally {
    await closed(server);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function closed(server: HttpServer): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
