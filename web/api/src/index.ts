export { ApiError, NetworkError, type ValidationErrors } from './ApiError';
export { api, createClient, csrfToken, queryString } from './client';
export type { AuthExpiredHandler, Client, ClientOptions, Query, RequestOptions } from './client';
export type { Json } from './json';
export type { AnswerOf, InputOf } from './operations';
export type * from './types';
