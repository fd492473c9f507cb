/*
 * The image canvas alone, with state of its own.
 * Parameters: `count` boxes at first, `width` and `height` of the drawn picture, `theme=dark`.
 */
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  ImageCanvas,
  type ImageCanvasHandle,
  type ImageRegion,
  type ImageTool,
  type SelectMode,
} from '../src/tags/image';
import '../src/style.css';

const parameters = new URLSearchParams(location.search);
const number = (name: string, fallback: number) => Number(parameters.get(name) ?? fallback);
const dark = parameters.get('theme') === 'dark';
const labels = [
  { label: 'car', color: '#D55E00' },
  { label: 'person', color: '#0072B2' },
  { label: 'sign', color: '#009E73' },
];

/** A picture with something to see at every zoom: hills, a road, single marked pixels. */
function drawPicture(width: number, height: number): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('No canvas.');
  const sky = ctx.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#7fb2e5');
  sky.addColorStop(1, '#e8eef2');
  ctx.fillStyle = sky;
  ctx.fillRect(0, 0, width, height);
  for (const [level, color] of [
    [0.45, '#7d9c7a'],
    [0.6, '#5e7f5b'],
    [0.78, '#4a4f55'],
  ] as const) {
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(0, height);
    for (let x = 0; x <= width; x += width / 64)
      ctx.lineTo(x, height * (level + 0.05 * Math.sin((x / width) * 9 + level * 20)));
    ctx.lineTo(width, height);
    ctx.fill();
  }
  ctx.fillStyle = '#c33';
  for (let step = 0; step < 400; step += 1)
    ctx.fillRect((step * 7919) % width, (step * 104729) % height, 1, 1);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(URL.createObjectURL(blob ?? new Blob()))));
}

function sampleRegions(count: number): ImageRegion[] {
  const columns = Math.ceil(Math.sqrt(count * 1.5));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, position) => ({
    id: `r${position}`,
    x: ((position % columns) + 0.15) * (100 / columns),
    y: (Math.floor(position / columns) + 0.2) * (100 / rows),
    width: 70 / columns,
    height: 60 / rows,
    rotation: position % 5 === 4 ? 20 : 0,
    ...(labels[position % labels.length] ?? { label: '', color: '#000' }),
    index: position + 1,
    selected: false,
    hidden: false,
    locked: position % 11 === 10,
    readonly: false,
  }));
}

const tools: ImageTool[] = ['select', 'rectangle', 'rectangle3', 'pan'];

function Example({ src }: { src: string }) {
  const [regions, setRegions] = useState(() => sampleRegions(number('count', 6)));
  const [tool, setTool] = useState<ImageTool>('rectangle');
  const [label, setLabel] = useState<number | null>(0);
  const [turn, setTurn] = useState<0 | 90 | 180 | 270>(0);
  const [showLabels, setShowLabels] = useState(true);
  const [address, setAddress] = useState(src);
  const [report, setReport] = useState('');
  const canvas = useRef<ImageCanvasHandle>(null);

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.key === '=') canvas.current?.zoomIn();
      else if (event.ctrlKey && event.key === '-') canvas.current?.zoomOut();
      else if (event.key === '!') canvas.current?.zoomToFit();
      else if (event.key === '@') canvas.current?.zoomToActual();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, []);

  const select = (ids: readonly string[], mode: SelectMode) => {
    const named = new Set(ids);
    setRegions((all) =>
      all.map((region) => {
        const kept = mode !== 'replace' && region.selected;
        const selected = named.has(region.id) ? !(mode === 'toggle' && region.selected) : kept;
        return selected === region.selected ? region : { ...region, selected };
      }),
    );
  };

  return (
    <div className="example">
      <p className="bar">
        {tools.map((name) => (
          <button key={name} aria-pressed={tool === name} onClick={() => setTool(name)}>
            {name}
          </button>
        ))}
        <span />
        {labels.map(({ label: name, color }, position) => (
          <button
            key={name}
            style={{ borderColor: color }}
            aria-pressed={label === position}
            onClick={() => setLabel(label === position ? null : position)}
          >
            {name}
          </button>
        ))}
        <span />
        <button onClick={() => setTurn(((turn + 90) % 360) as typeof turn)}>turn</button>
        <button onClick={() => setShowLabels(!showLabels)}>labels</button>
        <button onClick={() => setAddress(address === src ? '/nothing/here.png' : src)}>other image</button>
        <output>{report}</output>
      </p>
      <div className="frame">
        <ImageCanvas
          ref={canvas}
          src={address}
          name="example"
          sourceField="$image"
          regions={regions}
          tool={tool}
          canDraw={label !== null}
          activeColor={label === null ? undefined : labels[label]?.color}
          imageRotation={turn}
          showLabels={showLabels}
          crosshair={parameters.has('crosshair')}
          grid={parameters.has('grid')}
          onCreate={(rect) => {
            const sample = labels[label ?? 0] ?? { label: '', color: '#000' };
            const flags = { selected: true, hidden: false, locked: false, readonly: false };
            setRegions((all) => [
              ...all.map((region) => (region.selected ? { ...region, selected: false } : region)),
              { id: `n${all.length}`, index: all.length + 1, ...rect, ...sample, ...flags },
            ]);
            setReport(`created ${JSON.stringify(rect)}`);
          }}
          onChange={(changes) => {
            const moved = new Map(changes.map(({ id, rect }) => [id, rect]));
            setRegions((all) =>
              all.map((region) => {
                const rect = moved.get(region.id);
                return rect ? { ...region, ...rect } : region;
              }),
            );
            setReport(`changed ${JSON.stringify(changes.slice(0, 2))}`);
          }}
          onSelect={(ids, mode) => {
            select(ids, mode);
            setReport(`${mode} ${ids.length}`);
          }}
          onDrawRefused={() => setReport('choose a label first')}
        />
      </div>
    </div>
  );
}

document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
const style = document.createElement('style');
style.textContent = `
  :root { font: 14px/1.5 system-ui; color: var(--gs-text); background: var(--gs-background); }
  body { margin: 0; }
  .example { display: flex; flex-direction: column; height: 100vh; }
  .bar { display: flex; gap: 8px; margin: 8px 12px; height: 28px; white-space: nowrap; }
  output { overflow: hidden; text-overflow: ellipsis; line-height: 28px; }
  .bar span { width: 16px; }
  button[aria-pressed='true'] { outline: 2px solid #2f5fd0; }
  .frame { flex: 1; min-height: 0; }
`;
document.head.append(style);
const root = document.getElementById('root');
const width = number('width', 1600);
const height = number('height', 1000);
if (root) drawPicture(width, height).then((src) => createRoot(root).render(<Example src={src} />));
