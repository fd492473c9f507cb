export { ApiError, NetworkError, type ValidationErrors } from './ApiError';
export { addressOf, api, createClient, csrfToken } from './client';
export type { AuthExpiredHandler, Client, ClientOptions, RequestOptions } from './client';
export type { Json } from './json';
export type { AnswerOf, InputOf } from './operations';
export type * from './types';
