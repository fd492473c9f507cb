import { ApiError } from '@goldset/api';
import { Badge, Code } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import classes from './import.module.css';

/** Errors listed at once; the rest is counted. */
const LISTED = 100;

/** Everything the server found wrong with an import, one line an item, with the item's number in front. */
export function ImportErrors({ error, title }: { error: unknown; title: string }) {
  const lines = linesOf(error);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <section ref={section} className={classes.errors} role="alert">
      <strong>{title}</strong>
      <ul tabIndex={lines.length > 4 ? 0 : undefined} aria-label={title}>
        {lines.slice(0, LISTED).map(({ item, message, excerpt }, index) => (
          <li key={index}>
            {item !== null && (
              <Badge variant="light" color="bad" radius="sm" tt="none">
                {t('import.item', { number: item })}
              </Badge>
            )}
            <span className={classes.message}>{message}</span>
            {excerpt !== null && <Code className={classes.excerpt}>{excerpt}</Code>}
          </li>
        ))}
      </ul>
      {lines.length > LISTED && <span>{t('import.moreErrors', { count: lines.length - LISTED })}</span>}
    </section>
  );
}

export interface ErrorLine {
  /** Position of the item in what was sent, as the server counts; null for errors of the whole. */
  item: number | null;
  message: string;
  /** The offending item, shortened. */
  excerpt: string | null;
}

/** Takes the server's messages apart: `Error at item 3: <message> :: <item>`. */
export function linesOf(error: unknown): ErrorLine[] {
  const messages =
    error instanceof ApiError && error.messages.length > 0 ? error.messages : [describe(error)];
  return messages.flatMap((message) => message.trimEnd().split('\n')).map(lineOf);
}

function lineOf(message: string): ErrorLine {
  const match = /^(?:Error|Errors? \[.*?\]) at item (\d+): (.*?)(?: :: (.*))?$/su.exec(message);
  if (!match) return { item: null, message, excerpt: null };
  const excerpt = match[3] ?? null;
  return {
    item: Number(match[1]),
    message: match[2] ?? '',
    excerpt: excerpt !== null && excerpt.length > 200 ? `${excerpt.slice(0, 200)}…` : excerpt,
  };
}
