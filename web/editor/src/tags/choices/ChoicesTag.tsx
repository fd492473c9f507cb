import { useEffect, useMemo, useRef, type JSX, type ReactNode } from 'react';
import { IconX } from '@tabler/icons-react';
import { displayKeys } from '../../commands/keys';
import { useLocalKey } from '../../commands/localKeys';
import { attrText } from '../../config/attributes';
import type { ChoiceDefinition, ControlTag } from '../../config/compile';
import type { ConfigNode } from '../../config/parse';
import { useAnswer, useControl, useEditorState, useTranslate, type Answer } from '../../state/context';
import { Dropdown } from '../dropdown/Dropdown';
import { useFilter } from '../filter/filters';
import { sanitizeHtml } from '../html';
import { readStyle } from '../style';
import { TagView, type TagProps } from '../TagView';
import { checkedState, isMultiple, pathsFrom, toggleChoice, type Path } from './selection';

/** A question with given answers. */
export function ChoicesTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  return control === undefined ? null : <Choices control={control} />;
}

type Layout = 'select' | 'inline' | 'vertical';

function layoutOf(node: ConfigNode): Layout {
  const layout = attrText(node, 'layout');
  if (layout === 'select' || layout === 'inline' || layout === 'vertical') return layout;
  return node.attrs['showinline'] === true ? 'inline' : 'vertical';
}

function Choices({ control }: { control: ControlTag }): JSX.Element {
  const answer = useAnswer(control);
  const { node } = control;
  const layout = layoutOf(node);
  const byNode = useMemo(() => new Map(control.choices.map((choice) => [choice.node, choice])), [control]);
  const list = node.children.map((child, index) => (
    <ChoiceNode key={index} node={child} control={control} choices={byNode} answer={answer} />
  ));
  return (
    <div
      role={attrText(node, 'choice') === 'single-radio' ? 'radiogroup' : 'group'}
      aria-label={control.name}
      className={`gs-choices ${attrText(node, 'classname') ?? ''}`.trim()}
      data-layout={layout}
      style={readStyle(node.attrs['style'])}
    >
      {layout === 'select' ? (
        <ChoiceSelect control={control} answer={answer}>
          {list}
        </ChoiceSelect>
      ) : (
        list
      )}
      <UnknownChoices control={control} answer={answer} />
    </div>
  );
}

interface ChoiceNodeProps {
  node: ConfigNode;
  control: ControlTag;
  choices: ReadonlyMap<ConfigNode, ChoiceDefinition>;
  answer: Answer;
}

/** A choice, or a View with choices in it. */
function ChoiceNode({ node, control, choices, answer }: ChoiceNodeProps): ReactNode {
  const choice = choices.get(node);
  if (choice !== undefined)
    return <ChoiceItem control={control} choice={choice} path={[choice.name]} answer={answer} />;
  if (node.tag !== 'view') return <TagView node={node} />;
  return (
    <div
      className={`gs-view ${attrText(node, 'classname') ?? ''}`.trim()}
      style={readStyle(node.attrs['style'])}
    >
      {node.children.map((child, index) => (
        <ChoiceNode key={index} node={child} control={control} choices={choices} answer={answer} />
      ))}
    </div>
  );
}

interface ChoiceItemProps {
  control: ControlTag;
  choice: ChoiceDefinition;
  path: Path;
  answer: Answer;
}

function ChoiceItem({ control, choice, path, answer }: ChoiceItemProps): JSX.Element | null {
  const box = useRef<HTMLInputElement>(null);
  const showKeys = useEditorState((state) => state.settings.showHotkeys);
  const filter = useFilter(control.name);
  const checked = checkedState(choice, path, pathsFrom(answer.value));
  const toggle = (): void => answer.set(toggleChoice(control, answer.value, choice, path));
  useLocalKey(choice.hotkey, toggle, !answer.disabled);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = checked === 'some';
  }, [checked]);
  if (!filter(choice.title)) return null;
  const html = attrText(choice.node, 'html');
  const radio = attrText(control.node, 'choice') === 'single-radio';
  return (
    <div className="gs-choice-branch">
      <label
        className="gs-choice"
        title={attrText(choice.node, 'hint')}
        style={readStyle(choice.node.attrs['style'])}
      >
        <input
          ref={box}
          type={radio ? 'radio' : 'checkbox'}
          checked={checked === 'all'}
          disabled={answer.disabled}
          onChange={toggle}
        />
        {html === undefined ? (
          <span>{choice.title}</span>
        ) : (
          <span className="gs-html" dangerouslySetInnerHTML={{ __html: sanitizeHtml(html) }} />
        )}
        {showKeys && choice.hotkey !== null && <kbd>{displayKeys(choice.hotkey)}</kbd>}
      </label>
      {choice.children.length > 0 && (
        <div className="gs-choice-children">
          {choice.children.map((child) => (
            <ChoiceItem
              key={child.name}
              control={control}
              choice={child}
              path={[...path, child.name]}
              answer={answer}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** The list in a drop-down; its head tells what is picked. */
function ChoiceSelect({
  control,
  answer,
  children,
}: {
  control: ControlTag;
  answer: Answer;
  children: ReactNode;
}): JSX.Element {
  const t = useTranslate();
  const picked = pathsFrom(answer.value).map((path) => titleOf(control.choices, path));
  return (
    <Dropdown
      title={picked.length === 0 ? t('choosePlaceholder') : picked.join(', ')}
      closesOnChange={!isMultiple(control)}
    >
      {children}
    </Dropdown>
  );
}

function titleOf(choices: readonly ChoiceDefinition[], [first, ...rest]: Path): string {
  const choice = choices.find(({ name }) => name === first);
  const title = choice?.title ?? first ?? '';
  return rest.length === 0 ? title : `${title} / ${titleOf(choice?.children ?? [], rest)}`;
}

/** Stored choices that the config no longer offers: they are kept until somebody takes them out. */
function UnknownChoices({ control, answer }: { control: ControlTag; answer: Answer }): JSX.Element | null {
  const t = useTranslate();
  const unknown = pathsFrom(answer.value).filter((path) => !exists(control.choices, path));
  if (unknown.length === 0) return null;
  return (
    <div className="gs-unknown-choices">
      {unknown.map((path) => (
        <span key={path.join('/')} className="gs-unknown-choice" title={t('notInConfig')}>
          {path.join(' / ')}
          <button
            type="button"
            className="gs-icon-button"
            aria-label={t('removeAnswer', { answer: path.join(' / ') })}
            disabled={answer.disabled}
            onClick={() => answer.set(without(answer.value, path))}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      ))}
    </div>
  );
}

/** Also finds a choice by name alone: answers of plain controls do not say where it stands in the tree. */
function exists(choices: readonly ChoiceDefinition[], path: Path): boolean {
  const [first, ...rest] = path;
  const choice = choices.find(({ name }) => name === first);
  if (choice !== undefined) return rest.length === 0 || exists(choice.children, rest);
  return rest.length === 0 && choices.some(({ children }) => exists(children, path));
}

function without(value: unknown, path: Path): unknown {
  const rest = Array.isArray(value)
    ? value.filter((item) => JSON.stringify(pathsFrom([item])[0]) !== JSON.stringify(path))
    : [];
  return rest.length === 0 ? undefined : rest;
}
