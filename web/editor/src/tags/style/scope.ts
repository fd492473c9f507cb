/** Custom CSS is confined to the task's area. */
export const scopeSelector = '.gs-task';

const refused = /@import|expression\(|javascript:|behavior\s*:|-moz-binding|<\/?style/i;
const foreignUrl = /url\(\s*['"]?(?!data:image\/|\/|https?:|#)[^)]*\)/gi;

/**
 * Confines a config's CSS to the task's area and takes out what could run code.
 * Nesting does the scoping, so selectors of any kind keep their meaning inside of it.
 */
export function scopeCss(css: string): string {
  // What is taken out leaves a blank, so that its neighbours do not become something new.
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/<!\[CDATA\[|\]\]>/g, ' ')
    .replace(foreignUrl, 'none ');
  const kept = topLevelRules(plain).filter((rule) => !refused.test(rule));
  const scoped = kept.map((rule) =>
    /^@(keyframes|font-face)/i.test(rule) ? rule : `${scopeSelector} {\n${rule}\n}`,
  );
  return scoped.join('\n');
}

const closers: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
const text = /"(?:[^"\\\n\r\f]|\\[^\n\r\f])*"|'(?:[^'\\\n\r\f]|\\[^\n\r\f])*'/y;
const bareUrl = /url\(\s*[^\s"'()\\]*\s*\)/iy;

/**
 * Rules outside of any other rule. The reading ends where a browser might see other blocks than are seen here (a bracket
 * too many, a text without its end, an escape outside of a text): CSS must not escape its scope.
 */
function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  const open: string[] = [];
  let start = 0;
  for (let index = 0; index < css.length; index++) {
    const sign = css.charAt(index);
    const closer = closers[sign];
    if (sign === '"' || sign === "'") {
      const length = lengthAt(text, css, index);
      if (length === 0) return rules;
      index += length - 1;
    } else if (sign === '\\' || css.startsWith('/*', index)) {
      return rules;
    } else if (/^url\(\s*[^\s"']/i.test(css.slice(index, index + 40))) {
      const length = lengthAt(bareUrl, css, index);
      if (length === 0) return rules;
      index += length - 1;
    } else if (closer !== undefined) {
      open.push(closer);
    } else if (sign === '}' || sign === ')' || sign === ']') {
      if (open.pop() !== sign) return rules;
      if (open.length === 0 && sign === '}') {
        rules.push(css.slice(start, index + 1).trim());
        start = index + 1;
      }
    } else if (sign === ';' && open.length === 0) start = index + 1;
  }
  return rules;
}

/** Length of what a sticky pattern finds at a place; 0 when it is not there. */
function lengthAt(pattern: RegExp, css: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(css)?.[0].length ?? 0;
}
