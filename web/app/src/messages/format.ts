/** A message in one form, or one form per plural category of `count`. */
export type Message = string | { one: string; other: string };

/** Names of the `{placeholders}` in a message. */
type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

export type ParameterNames<M> = M extends { one: infer One; other: infer Other }
  ? 'count' | Placeholders<One> | Placeholders<Other>
  : Placeholders<M>;

export type Parameters<M> = [ParameterNames<M>] extends [never]
  ? []
  : [values: Record<ParameterNames<M>, string | number>];

/** Fills a message; numbers get the locale's separators. */
export function fill(message: Message, values: Record<string, string | number>, locale: string): string {
  const text =
    typeof message === 'string'
      ? message
      : new Intl.PluralRules(locale).select(Number(values.count)) === 'one'
        ? message.one
        : message.other;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}
