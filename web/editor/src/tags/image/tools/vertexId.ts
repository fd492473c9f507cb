import { nanoid } from 'nanoid';

/** Names a new vertex, once among those of its vector. */
export const newVertexId = (): string => nanoid(10);
