import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Editor, type Annotation, type SaveEvent, type SaveState } from '../src';
import { examples, type Example } from './examples';
import { drawPicture } from './picture';
import './examples.css';

/*
 * `?example=ner` picks an example, `&theme=dark` the colours, `&bare` leaves out the list of examples.
 * The newest of what the editor raises is kept in `window.events`; `window.show(name)` opens another example in place.
 */

declare global {
  interface Window {
    events: { name: string; event: unknown }[];
    show(name: string): void;
  }
}

/** Older events are forgotten, so that a day of labeling does not fill the tab. */
const eventsKept = 50;

window.events = [];
const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';

function Page({ first }: { first: Example }) {
  const [example, setExample] = useState(first);
  useEffect(() => {
    window.show = (name) => {
      const wanted = examples.find((other) => other.name === name);
      if (wanted !== undefined) setExample(wanted);
    };
  }, []);
  return <Shown key={example.name} example={example} />;
}

function Shown({ example }: { example: Example }) {
  const [index, setIndex] = useState(1);
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const raise = (name: string, event: unknown): void => {
    window.events.push({ name, event });
    if (window.events.length > eventsKept) window.events.shift();
  };
  const store = async (name: string, event: SaveEvent): Promise<Annotation> => {
    raise(name, event);
    setSaveState('saved');
    if (example.next !== undefined && name !== 'unskip') setIndex(index + 1);
    const id = event.annotation.annotationId ?? 1000 + window.events.length;
    return {
      id,
      result: event.result,
      lead_time: event.leadTime,
      created_at: new Date().toISOString(),
      completed_by: 1,
      was_cancelled: name === 'skip',
    };
  };
  return (
    <div className="example-page">
      {!query.has('bare') && (
        <nav>
          {examples.map(({ name, title }) => (
            <a
              key={name}
              href={`?example=${name}&theme=${query.get('theme') ?? 'light'}`}
              aria-current={name === example.name || undefined}
            >
              {title}
            </a>
          ))}
        </nav>
      )}
      <div>
        <Editor
          {...example.props}
          task={example.next?.(index) ?? example.props.task}
          user={{ id: 1, email: 'ann.king@example.com' }}
          saveState={saveState}
          onChange={(event) => {
            raise('change', event);
            setSaveState('unsaved');
          }}
          onSubmit={(event) => store('submit', event)}
          onUpdate={(event) => store('update', event)}
          onSkip={(event) => store('skip', event)}
          onUnskip={async (event) => ({ ...(await store('unskip', event)), was_cancelled: false })}
          onDeleteAnnotation={(annotation) => raise('delete', annotation)}
          onSetGroundTruth={(annotation, groundTruth) => raise('groundTruth', { annotation, groundTruth })}
          onSelectAnnotation={(annotation) => raise('select', annotation)}
          onCreateAnnotation={(annotation) => raise('create', annotation)}
          onNextTask={() => raise('next', null)}
          onPreviousTask={() => raise('previous', null)}
        />
      </div>
    </div>
  );
}

const chosen = examples.find(({ name }) => name === query.get('example')) ?? examples[0];
const root = document.getElementById('root');
if (root !== null && chosen !== undefined) {
  const page = createRoot(root);
  void withPicture(chosen).then((example) =>
    page.render(
      <StrictMode>
        <Page first={example} />
      </StrictMode>,
    ),
  );
}

async function withPicture(example: Example): Promise<Example> {
  const { picture, props } = example;
  if (picture === undefined) return example;
  const image = await drawPicture(picture.width, picture.height);
  return { ...example, props: { ...props, task: { ...props.task, data: { ...props.task.data, image } } } };
}
