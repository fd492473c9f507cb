import type { Json } from './json';
import type { paths } from './schema';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths that have an operation of this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths] &
  string;

/** What an operation is called with besides its path. */
export type InputOf<P extends keyof paths, M extends Method> = PathPart<Operation<P, M>> &
  QueryPart<Operation<P, M>> &
  BodyPart<Operation<P, M>>;

/** What an operation answers; undefined where that is nothing. */
export type AnswerOf<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer Responses }
    ? { [Status in keyof Responses & Success]: JsonOf<Responses[Status]> }[keyof Responses & Success]
    : never;

type Success = 200 | 201 | 202 | 204;

type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;

type PathPart<O> = O extends { parameters: { path: infer Path } } ? { path: Path } : unknown;

type QueryPart<O> = O extends { parameters: { query: infer Query } }
  ? { query: Settable<Query> }
  : O extends { parameters: { query?: infer Query } }
    ? [NonNullable<Query>] extends [never]
      ? unknown
      : { query?: Settable<NonNullable<Query>> }
    : unknown;

/** Optional parameters may also be given as null or undefined, and are left out then. */
type Settable<Query> = { [K in keyof Query]: undefined extends Query[K] ? Query[K] | null : Query[K] };

type BodyPart<O> = O extends { requestBody: { content: infer Content } }
  ? { body: BodyOf<Content> }
  : O extends { requestBody?: { content: infer Content } }
    ? { body?: BodyOf<Content> }
    : unknown;

type BodyOf<Content> =
  | (Content extends { 'application/json': infer Body } ? Sent<Body> : never)
  | (Content extends { 'multipart/form-data': unknown } ? FormData : never)
  | (Content extends { 'application/x-www-form-urlencoded': unknown } ? URLSearchParams : never);

/** What is sent is only read, and anything goes where any JSON does. */
type Sent<T> = Json extends T
  ? unknown
  : T extends readonly (infer Item)[]
    ? readonly Sent<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Sent<T[K]> }
      : T;

type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } }
  ? Body
  : Response extends { content: Record<string, unknown> }
    ? string
    : undefined;
