import type { JSX, ReactNode } from 'react';
import { IconChevronDown, IconChevronRight, IconLayoutSidebarRight } from '@tabler/icons-react';
import type { MessageKey } from '../../messages';
import { useTranslate } from '../../state/context';
import { IconButton } from '../IconButton';
import { Menu, type MenuItem } from '../Menu';
import { defaultLayout, docked, edges, panelsAt, withPanel, type Edge, type PanelName } from './layout';
import { usePanels } from './PanelContext';

export interface PanelProps {
  name: PanelName;
  title: string;
  className: string;
  /** How many there are of what the panel lists. */
  count?: ReactNode;
  /** Buttons at the end of the head. */
  tools?: ReactNode;
  children: ReactNode;
}

const dockLabels: Readonly<Record<Edge, MessageKey>> = {
  left: 'dockLeft',
  right: 'dockRight',
  bottom: 'dockBottom',
};

/** A panel with its head, by which it is folded and moved. */
export function Panel({ name, title, className, count, tools, children }: PanelProps): JSX.Element {
  const t = useTranslate();
  const { layout, change, grab } = usePanels();
  const { folded } = layout.panels[name];
  return (
    <section className={className} aria-label={title} data-panel={name} data-folded={folded}>
      <header className="gs-panel-head" onPointerDown={(event) => grab(name, event)}>
        <IconButton
          icon={folded ? IconChevronRight : IconChevronDown}
          size={14}
          label={t(folded ? 'unfoldPanel' : 'foldPanel', { panel: title })}
          aria-expanded={!folded}
          onClick={() => change(withPanel(layout, name, { folded: !folded }))}
        />
        <h2>{title}</h2>
        {count}
        <span className="gs-spacer" />
        {!folded && tools}
        <PlaceMenu name={name} title={title} />
      </header>
      {!folded && children}
    </section>
  );
}

/** What dragging the head does, for the keyboard. */
function PlaceMenu({ name, title }: { name: PanelName; title: string }): JSX.Element {
  const t = useTranslate();
  const { layout, change } = usePanels();
  const { place } = layout.panels[name];
  const neighbours = panelsAt(layout, place);
  const at = neighbours.indexOf(name);
  const step = (by: 1 | -1): MenuItem => ({
    label: t(by === 1 ? 'movePanelDown' : 'movePanelUp'),
    disabled: place === 'float' || neighbours[at + by] === undefined,
    separated: by === -1,
    perform: () => {
      if (place !== 'float') change(docked(layout, name, place, at + by));
    },
  });
  return (
    <Menu
      icon={IconLayoutSidebarRight}
      label={t('panelMenu', { panel: title })}
      className="gs-panel-menu"
      items={[
        ...edges.map((edge) => ({
          label: t(dockLabels[edge]),
          checked: place === edge,
          perform: () => change(docked(layout, name, edge)),
        })),
        {
          label: t('floatPanel'),
          checked: place === 'float',
          perform: () => change(withPanel(layout, name, { place: 'float' })),
        },
        step(-1),
        step(1),
        { label: t('resetPanels'), separated: true, perform: () => change(defaultLayout) },
      ]}
    />
  );
}
