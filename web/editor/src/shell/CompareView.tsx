import { useEffect, useMemo, useRef, useState, type JSX } from 'react';
import { IconX } from '@tabler/icons-react';
import { LocalKeys } from '../commands/localKeys';
import { createActions } from '../state/actions';
import { AnchorRegistry } from '../state/anchors';
import {
  EditorContext,
  useEditor,
  useEditorState,
  useTranslate,
  type EditorContextValue,
} from '../state/context';
import { EditorCore } from '../state/core';
import { loadContent } from '../state/tabs';
import type { Tab } from '../state/types';
import { TagView } from '../tags/TagView';
import { IconButton } from './IconButton';
import { RelationOverlay } from './RelationOverlay';
import { TabFace } from './TabFace';
import { tabName } from './tabName';

/** All annotations and predictions beside each other, to look at; a head opens its annotation. */
export function CompareView(): JSX.Element {
  const t = useTranslate();
  const { actions } = useEditor();
  const tabs = useEditorState((state) => state.tabs);
  return (
    <section className="gs-compare" aria-label={t('compareView')}>
      <header className="gs-compare-bar">
        <h2>{t('compareView')}</h2>
        <span className="gs-count">{tabs.length}</span>
        <span className="gs-spacer" />
        <IconButton icon={IconX} label={t('leaveCompare')} onClick={() => actions.compare(false)} />
      </header>
      <div className="gs-compare-columns" role="list" tabIndex={0} aria-label={t('compareView')}>
        {tabs.map((tab) => (
          <Column key={tab.ref.key} tab={tab} />
        ))}
      </div>
    </section>
  );
}

function Column({ tab }: { tab: Tab }): JSX.Element {
  const t = useTranslate();
  const { actions } = useEditor();
  const column = useRef<HTMLDivElement>(null);
  const near = useNear(column);
  return (
    <div ref={column} role="listitem" className="gs-compare-column" data-kind={tab.kind}>
      <button
        type="button"
        className="gs-compare-head"
        aria-label={t('openAnnotation', { name: tabName(tab, t) })}
        onClick={() => actions.openTab(tab.ref.key)}
      >
        <TabFace tab={tab} />
      </button>
      <div className="gs-compare-body">{near && <Looked tab={tab} />}</div>
    </div>
  );
}

/** A task with one annotation that can be looked at, zoomed and scrolled, and nothing else. */
function Looked({ tab }: { tab: Tab }): JSX.Element {
  const { core, props, tags, t } = useEditor();
  const area = useRef<HTMLFormElement>(null);
  const [parts] = useState(() => {
    const { config } = core.state;
    const content = tab.content ?? loadContent(tab, config, Date.now());
    // The version being worked on, with nothing picked or hidden.
    const copy: Tab = {
      ...tab,
      content: {
        ...content,
        showing: 'current',
        view: { ...content.view, selection: [], activeLabels: {}, relationFrom: null, hidden: {} },
      },
    };
    const own = new EditorCore(lookingProps(props), config, copy);
    return {
      core: own,
      actions: createActions(own),
      anchors: new AnchorRegistry(),
      localKeys: new LocalKeys(),
    };
  });
  const value = useMemo<EditorContextValue>(
    () => ({ ...parts, tags, props: parts.core.props, t }),
    [parts, tags, t],
  );
  return (
    <EditorContext value={value}>
      {/* A form of its own keeps its radio buttons apart from those of the other columns. */}
      <form ref={area} className="gs-task" onSubmit={(event) => event.preventDefault()}>
        <TagView node={parts.core.state.config.root} />
        <RelationOverlay area={area} />
      </form>
    </EditorContext>
  );
}

/** Props that let nothing be changed and tell the app nothing. */
function lookingProps(props: EditorContextValue['props']): EditorContextValue['props'] {
  const { config, task, annotations, predictions, user, options, messages, locale, resolveUrl } = props;
  return {
    ...{ config, task, annotations, predictions, user },
    options: { ...options, readOnly: true },
    ...(messages !== undefined && { messages }),
    ...(locale !== undefined && { locale }),
    ...(resolveUrl !== undefined && { resolveUrl }),
  };
}

/** Whether an element is in sight or has been: what is far off is drawn when it comes near. */
function useNear(element: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (near || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '0px 400px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [near, element]);
  return near;
}
