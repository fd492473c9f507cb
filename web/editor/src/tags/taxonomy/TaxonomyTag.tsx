import type { JSX } from 'react';
import { IconX } from '@tabler/icons-react';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { objectOf } from '../../model/document';
import { IconButton } from '../../shell/IconButton';
import {
  useActions,
  useAnswer,
  useControl,
  useEditable,
  useSelectedRegion,
  useTranslate,
  useView,
} from '../../state/context';
import { pathsFrom, type Path } from '../choices/selection';
import { Dropdown } from '../dropdown/Dropdown';
import { readStyle } from '../style';
import type { TagProps } from '../TagView';
import { pathKey, pathOfKey } from './rows';
import { TaxonomyTree } from './TaxonomyTree';
import { titlesOf } from './tree';
import { useNodes } from './useNodes';

/** Answers from a tree; with `labeling` they are the labels of regions. */
export function TaxonomyTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  if (control === undefined) return null;
  return control.labeling ? <LabelingTaxonomy control={control} /> : <AnsweringTaxonomy control={control} />;
}

function AnsweringTaxonomy({ control }: { control: ControlTag }): JSX.Element {
  const { value, disabled, set } = useAnswer(control);
  return (
    <Taxonomy
      control={control}
      picked={pathsFrom(value)}
      disabled={disabled}
      onPick={(paths) => set(paths.length === 0 ? undefined : paths)}
    />
  );
}

/** Picks for the selected region, else for the next one that is made. */
function LabelingTaxonomy({ control }: { control: ControlTag }): JSX.Element {
  const actions = useActions();
  const editable = useEditable();
  const region = useSelectedRegion();
  const answer = useAnswer(control);
  const active = useView((view) => view.activeLabels[control.name]);
  if (region !== null && control.toNames.includes(objectOf(region))) {
    return (
      <Taxonomy
        control={control}
        picked={pathsFrom(answer.value)}
        disabled={answer.disabled}
        onPick={(paths) => answer.set(paths.length === 0 ? undefined : paths)}
      />
    );
  }
  return (
    <Taxonomy
      control={control}
      picked={(active ?? []).map(pathOfKey)}
      disabled={!editable}
      onPick={(paths) => actions.pickForDrawing(control.name, paths.map(pathKey))}
    />
  );
}

interface TaxonomyProps {
  control: ControlTag;
  picked: readonly Path[];
  disabled: boolean;
  onPick(paths: string[][]): void;
}

function Taxonomy({ control, picked, disabled, onPick }: TaxonomyProps): JSX.Element {
  const t = useTranslate();
  const { node } = control;
  const tree = useNodes(control);
  const separator = attrText(node, 'pathseparator') ?? ' / ';
  const titleOf = (path: Path): string => {
    const titles = titlesOf(tree.nodes, path);
    return attrFlag(node, 'showfullpath') ? titles.join(separator) : (titles.at(-1) ?? '');
  };
  const toggle = (path: Path): void => {
    const key = pathKey(path);
    const rest = picked.filter((other) => pathKey(other) !== key);
    const next = rest.length < picked.length ? rest : [...picked, path];
    onPick(next.map((other) => [...other]));
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
            <li key={pathKey(path)} title={titlesOf(tree.nodes, path).join(separator)}>
              {titleOf(path)}
              <IconButton
                icon={IconX}
                size={12}
                label={t('removeAnswer', { answer: titleOf(path) })}
                disabled={disabled}
                onClick={() => toggle(path)}
              />
            </li>
          ))}
        </ul>
      )}
      <Dropdown
        title={attrText(node, 'placeholder') ?? t('choosePlaceholder')}
        maxWidth={length('maxwidth')}
        minWidth={length('minwidth')}
        width={length('dropdownwidth')}
        onOpen={tree.open}
      >
        <TaxonomyTree
          tree={tree}
          picked={new Set(picked.map(pathKey))}
          full={picked.length >= (attrNumber(node, 'maxusages') ?? Infinity)}
          leavesOnly={attrFlag(node, 'leafsonly')}
          disabled={disabled}
          onToggle={toggle}
        />
      </Dropdown>
    </div>
  );
}
