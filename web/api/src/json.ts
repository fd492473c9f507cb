/** A JSON value as the API passes it through unread: task data, results, labeling options. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
