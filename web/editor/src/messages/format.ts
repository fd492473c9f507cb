/** A message in one form, or one per plural category of `count` with `other` for all that have none. */
export type Message =
  string | ({ readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>);

/** Fills a message; numbers get the language's separators. */
export function fill(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  locale: string,
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[pluralRules(locale).select(Number(values['count']))] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? numberFormat(locale).format(value) : value;
  });
}

// Making one costs a hundred times as much as using it.
const pluralRules = memoized((locale: string) => new Intl.PluralRules(locale));
const numberFormat = memoized((locale: string) => new Intl.NumberFormat(locale));

function memoized<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
