export { ApiError, NetworkError, type ValidationErrors } from './ApiError';
export { api, createClient, csrfToken, queryString } from './client';
export type { AuthExpiredHandler, Client, ClientOptions, Query, RequestOptions } from './client';
export type * from './types';
