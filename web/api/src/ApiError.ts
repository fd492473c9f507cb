/** Messages per field; nested fields are joined with dots, object-level messages are under `non_field_errors`. */
export type ValidationErrors = Record<string, string[]>;

/** The server answered, and the answer was no (status 400 or above). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status. */
  readonly status: number;
  /** What happened, in the server's words. */
  readonly detail: string;
  readonly validationErrors: ValidationErrors;
  /** Id of this occurrence, also in the server's log; undefined where the answer was not the error envelope. */
  readonly id: string | undefined;
  /** Version of the server that answered. */
  readonly version: string | undefined;
  /** Stack trace, where the server is set to reveal it. */
  readonly trace: string | undefined;

  constructor(status: number, body: unknown, fallbackDetail: string) {
    const envelope = isRecord(body) ? body : {};
    const detail =
      typeof envelope.detail === 'string' ? envelope.detail : (textOf(envelope.error) ?? fallbackDetail);
    super(detail);
    this.status = status;
    this.detail = detail;
    this.validationErrors = validationErrorsOf(body);
    this.id = textOf(envelope.id);
    this.version = textOf(envelope.version);
    this.trace = textOf(envelope.exc_info);
  }

  /** Every validation message in one list, without the field names. */
  get messages(): string[] {
    return Object.values(this.validationErrors).flat();
  }
}

/** The server could not be reached at all, or broke off. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

const envelopeKeys = new Set([
  'id',
  'status_code',
  'version',
  'detail',
  'exc_info',
  'display_context',
  'error',
]);

function validationErrorsOf(body: unknown): ValidationErrors {
  const collected: ValidationErrors = {};
  if (Array.isArray(body)) {
    collect(collected, 'non_field_errors', body);
    return collected;
  }
  if (!isRecord(body)) return collected;
  const source = body.validation_errors ?? body.details;
  if (source !== undefined) {
    collect(collected, '', source);
  } else if (!('status_code' in body)) {
    // A few routes answer with the field errors alone.
    for (const [field, value] of Object.entries(body)) {
      if (!envelopeKeys.has(field)) collect(collected, field, value);
    }
  }
  return collected;
}

function collect(into: ValidationErrors, path: string, value: unknown): void {
  if (typeof value === 'string') {
    (into[path || 'non_field_errors'] ??= []).push(value);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(into, typeof item === 'string' ? path : join(path, String(index)), item);
    });
  } else if (isRecord(value)) {
    for (const [key, nested] of Object.entries(value)) collect(into, join(path, key), nested);
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
