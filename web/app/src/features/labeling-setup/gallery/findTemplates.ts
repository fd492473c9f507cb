import type { Template, Templates } from '@goldset/api';

/**
 * The templates of a group, or, when something is searched for, those of every group that match it: each word must
 * occur in the title, the group or a tag's name. By the group's order and then by their own, those without one last.
 */
export function findTemplates(
  { templates, groups }: Templates,
  search: string,
  group: string | undefined,
): Template[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = templates.filter((template) => {
    if (!groups.includes(template.group)) return false;
    if (words.length === 0) return template.group === group;
    const text = [template.title, template.group, ...(template.config.match(/<\w+/g) ?? [])]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const place = ({ group: name, order }: Template) => groups.indexOf(name) * 10_000 + (order ?? 9_999);
  return found.sort((a, b) => place(a) - place(b));
}
