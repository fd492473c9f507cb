import { useMemo, useRef, useState, type JSX } from 'react';
import { IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { IconButton } from '../../shell/IconButton';
import { useAnswer, useControl, useTranslate } from '../../state/context';
import { readStyle } from '../style';
import type { TagProps } from '../TagView';
import { pathsFrom, type Path } from '../choices/selection';
import { matching, titlesOf, type TaxonomyNode } from './tree';
import { useNodes, type Nodes } from './useNodes';

/** Answers from a tree. */
export function TaxonomyTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  // One that labels regions answers for the region that is selected.
  const own = useMemo(
    () => (control && attrFlag(node, 'labeling') ? { ...control, perRegion: true } : control),
    [control, node],
  );
  return own === undefined ? null : <Taxonomy control={own} />;
}

function Taxonomy({ control }: { control: ControlTag }): JSX.Element {
  const t = useTranslate();
  const { node } = control;
  const answer = useAnswer(control);
  const tree = useNodes(control);
  const picked = pathsFrom(answer.value);
  const full = picked.length >= (attrNumber(node, 'maxusages') ?? Infinity);
  const separator = attrText(node, 'pathseparator') ?? ' / ';
  const titleOf = (path: Path): string => {
    const titles = titlesOf(tree.nodes, path);
    return attrFlag(node, 'showfullpath') ? titles.join(separator) : (titles.at(-1) ?? '');
  };
  const toggle = (path: Path): void => {
    const rest = picked.filter((other) => !samePath(other, path));
    const next = rest.length < picked.length ? rest : [...picked, [...path]];
    answer.set(next.length === 0 ? undefined : next);
  };
  const length = (name: string): string | number | undefined =>
    attrNumber(node, name) ?? attrText(node, name);

  return (
    <div
      className={`gs-taxonomy ${attrText(node, 'classname') ?? ''}`.trim()}
      style={readStyle(node.attrs['style'])}
    >
      {picked.length > 0 && (
        <ul className="gs-taxonomy-picked" aria-label={control.name}>
          {picked.map((path) => (
            <li key={path.join('\n')} title={titlesOf(tree.nodes, path).join(separator)}>
              {titleOf(path)}
              <IconButton
                icon={IconX}
                size={12}
                label={t('removeAnswer', { answer: titleOf(path) })}
                disabled={answer.disabled}
                onClick={() => toggle(path)}
              />
            </li>
          ))}
        </ul>
      )}
      <Dropdown
        title={attrText(node, 'placeholder') ?? t('choosePlaceholder')}
        style={{ maxWidth: length('maxwidth'), minWidth: length('minwidth') }}
        width={length('dropdownwidth')}
        onOpen={tree.open}
      >
        <Tree
          control={control}
          tree={tree}
          picked={picked}
          isOpen={(path) => !full || picked.some((other) => samePath(other, path))}
          disabled={answer.disabled}
          onToggle={toggle}
        />
      </Dropdown>
    </div>
  );
}

interface DropdownProps {
  title: string;
  style: { maxWidth: string | number | undefined; minWidth: string | number | undefined };
  width: string | number | undefined;
  children: JSX.Element;
  onOpen(): void;
}

function Dropdown({ title, style, width, children, onOpen }: DropdownProps): JSX.Element {
  const root = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={root}
      className="gs-dropdown"
      style={style}
      onToggle={() => {
        if (root.current?.open !== true) return;
        onOpen();
        root.current.querySelector('input')?.focus();
      }}
      onBlur={(event) => {
        const within = event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget);
        if (event.relatedTarget !== null && !within) root.current?.removeAttribute('open');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || root.current?.open !== true) return;
        event.stopPropagation();
        event.preventDefault();
        root.current.removeAttribute('open');
        root.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{title}</summary>
      <div className="gs-dropdown-list" style={{ width }}>
        {children}
      </div>
    </details>
  );
}

interface TreeProps {
  control: ControlTag;
  tree: Nodes;
  picked: readonly Path[];
  /** Whether the node can be picked or taken back. */
  isOpen(path: Path): boolean;
  disabled: boolean;
  onToggle(path: Path): void;
}

function Tree(props: TreeProps): JSX.Element {
  const t = useTranslate();
  const { tree } = props;
  const [text, setText] = useState('');
  const found = useMemo(() => matching(tree.nodes, text), [tree.nodes, text]);
  return (
    <>
      <input
        type="search"
        className="gs-taxonomy-search"
        aria-label={t('taxonomySearch')}
        placeholder={t('taxonomySearch')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {tree.failure !== null && (
        <p role="alert" className="gs-taxonomy-note">
          {t('taxonomyFailed', { reason: tree.failure })}
        </p>
      )}
      {tree.loading && <p className="gs-taxonomy-note">{t('taxonomyLoading')}</p>}
      {!tree.loading && found.length === 0 && tree.failure === null && (
        <p className="gs-taxonomy-note">{t('nothingFound')}</p>
      )}
      <Branch {...props} nodes={found} path={[]} unfolded={text.trim() !== ''} />
    </>
  );
}

interface BranchProps extends TreeProps {
  nodes: readonly TaxonomyNode[];
  path: Path;
  /** All below are shown, as what was searched for may be anywhere. */
  unfolded: boolean;
}

function Branch({ nodes, path, ...props }: BranchProps): JSX.Element {
  return (
    <ul className="gs-taxonomy-branch">
      {nodes.map((node) => (
        <Leaf key={node.name} {...props} node={node} path={[...path, node.name]} />
      ))}
    </ul>
  );
}

function Leaf({ node, path, ...props }: Omit<BranchProps, 'nodes'> & { node: TaxonomyNode }): JSX.Element {
  const t = useTranslate();
  const { control, picked, disabled, unfolded, isOpen, onToggle, tree } = props;
  const [open, setOpen] = useState(false);
  const parent = node.children.length > 0 || node.lazy;
  const shown = open || unfolded;
  const pickable = !(parent && attrFlag(control.node, 'leafsonly'));
  return (
    <li>
      <div className="gs-taxonomy-node" title={node.hint}>
        {parent ? (
          <IconButton
            icon={shown ? IconChevronDown : IconChevronRight}
            size={14}
            label={t(shown ? 'fold' : 'unfold', { name: node.title })}
            aria-expanded={shown}
            onClick={() => {
              if (node.lazy) tree.load(path);
              setOpen(!open);
            }}
          />
        ) : (
          <span className="gs-taxonomy-gap" />
        )}
        <label className="gs-choice" style={{ color: node.color }}>
          <input
            type="checkbox"
            checked={picked.some((other) => samePath(other, path))}
            disabled={disabled || !pickable || !isOpen(path)}
            onChange={() => onToggle(path)}
          />
          <span>{node.title}</span>
        </label>
      </div>
      {shown && node.children.length > 0 && <Branch {...props} nodes={node.children} path={path} />}
    </li>
  );
}

const samePath = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);
