export { Outbox, type OutboxOptions, type OutboxSnapshot } from './Outbox';
export { problemOf, saveStateOf, waitingToBeSent } from './state';
export type { Entry, Problem, Result, SaveState, Wish, Work } from './types';
export { uuid } from './uuid';
