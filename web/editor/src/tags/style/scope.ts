/** Custom CSS is confined to the task's area. */
export const scopeSelector = '.gs-task';

const refused = /@import|expression\(|javascript:|behavior\s*:|-moz-binding|<\/?style/i;
const foreignUrl = /url\(\s*['"]?(?!data:image\/|\/|https?:|#)[^)]*\)/gi;

/**
 * Confines a config's CSS to the task's area and takes out what could run code.
 * Nesting does the scoping, so selectors of any kind keep their meaning inside of it.
 */
export function scopeCss(css: string): string {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!\[CDATA\[|\]\]>/g, '');
  const kept = topLevelRules(plain)
    .filter((rule) => !refused.test(rule))
    .map((rule) => rule.replace(foreignUrl, 'none'));
  const scoped = kept.map((rule) =>
    /^@(keyframes|font-face|property)/i.test(rule) ? rule : `${scopeSelector} {\n${rule}\n}`,
  );
  return scoped.join('\n');
}

/** Rules outside of any other rule. A brace too many or too few ends the reading: CSS must not escape its scope. */
function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < css.length; index++) {
    const sign = css[index];
    if (sign === '{') depth++;
    else if (sign === '}') {
      depth--;
      if (depth < 0) return rules;
      if (depth === 0) {
        rules.push(css.slice(start, index + 1).trim());
        start = index + 1;
      }
    } else if (sign === ';' && depth === 0) start = index + 1;
  }
  return rules;
}
