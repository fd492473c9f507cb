import { Fragment, type ReactElement } from 'react';
import classes from './gallery.module.css';
import type { Drawing } from './drawingOf';

/*
 * The picture is 160 × 96: what is shown above, what is asked below. Without answers the upper part takes it all.
 */

const ink = 'var(--gs-muted)';
const faint = 'var(--gs-line)';
const first = '#0072B2';
const second = '#E69F00';
const third = '#009E73';

function lines(widths: readonly number[], x: number, y: number, gap = 9): ReactElement {
  return (
    <g fill={faint}>
      {widths.map((width, index) => (
        <rect key={index} x={x} y={y + index * gap} width={width} height={4} rx={2} />
      ))}
    </g>
  );
}

function wave(y: number, strength: number): ReactElement {
  const heights = [6, 12, 20, 30, 24, 14, 8, 18, 32, 38, 26, 12, 6, 10, 22, 34, 28, 16, 8, 5, 14, 26, 18, 8];
  return (
    <g stroke={ink} strokeWidth={2} strokeLinecap="round">
      {heights.map((height, index) => {
        const half = (height * strength) / 2;
        return <line key={index} x1={22 + index * 5} x2={22 + index * 5} y1={y - half} y2={y + half} />;
      })}
    </g>
  );
}

const scene = (bottom: number) => (
  <g>
    <rect x={20} y={10} width={120} height={bottom - 10} rx={3} fill="none" stroke={faint} strokeWidth={2} />
    <circle cx={118} cy={24} r={6} fill={faint} />
    <path
      d={`M21 ${String(bottom - 6)} L52 ${String(bottom - 34)} L78 ${String(bottom - 12)} L100 ${String(bottom - 26)} L139 ${String(bottom - 4)} V${String(bottom - 2)} H21 Z`}
      fill={faint}
    />
  </g>
);

const objects: Record<Drawing['object'], (bottom: number) => ReactElement> = {
  image: scene,
  video: (bottom) => (
    <g>
      {scene(bottom - 12)}
      <path d="M74 28 l14 9 l-14 9 z" fill={ink} />
      <rect x={20} y={bottom - 5} width={120} height={3} rx={1.5} fill={faint} />
      <circle cx={62} cy={bottom - 3.5} r={4} fill={ink} />
    </g>
  ),
  audio: (bottom) => wave((bottom + 8) / 2, bottom > 70 ? 1.3 : 1),
  series: (bottom) => (
    <g fill="none" stroke={ink} strokeWidth={2} strokeLinejoin="round">
      <path d={`M20 10 V${String(bottom)} H140`} stroke={faint} />
      <path d={`M22 ${String(bottom * 0.5)} l14 -8 12 12 12 -18 14 22 12 -10 14 4 12 -16 14 10 10 -4`} />
      <path d={`M22 ${String(bottom * 0.82)} l16 -4 14 6 16 -8 18 4 14 -8 16 6 22 -4`} stroke={faint} />
    </g>
  ),
  dialogue: (bottom) => (
    <g>
      <rect x={20} y={10} width={72} height={15} rx={5} fill={faint} />
      <rect x={68} y={30} width={72} height={15} rx={5} fill="none" stroke={faint} strokeWidth={2} />
      <rect x={20} y={50} width={56} height={Math.min(15, bottom - 46)} rx={5} fill={faint} />
    </g>
  ),
  page: (bottom) => (
    <g>
      <rect x={36} y={8} width={88} height={bottom - 6} rx={3} fill="none" stroke={faint} strokeWidth={2} />
      <rect x={44} y={16} width={36} height={6} rx={2} fill={ink} />
      {lines(bottom > 70 ? [72, 64, 70, 40, 66] : [72, 64, 40], 44, 29)}
    </g>
  ),
  table: (bottom) => (
    <g fill="none" stroke={faint} strokeWidth={2}>
      <rect x={20} y={10} width={120} height={bottom - 10} rx={3} />
      <path d={`M20 24 H140 M20 38 H140 M20 52 H140 M66 10 V${String(bottom)}`} />
      <path d="M28 17 H56 M76 17 H120" stroke={ink} />
    </g>
  ),
  list: (bottom) => (
    <g>
      {[0, 1, 2].map((row) => (
        <Fragment key={row}>
          <rect
            x={20}
            y={10 + row * ((bottom - 8) / 3)}
            width={104}
            height={(bottom - 22) / 3}
            rx={3}
            fill="none"
            stroke={faint}
            strokeWidth={2}
          />
          <rect
            x={28}
            y={10 + row * ((bottom - 8) / 3) + (bottom - 22) / 6 - 2}
            width={60 - row * 12}
            height={4}
            rx={2}
            fill={faint}
          />
        </Fragment>
      ))}
      <path
        d={`M134 ${String(bottom - 10)} V16 m-5 6 l5 -6 l5 6`}
        fill="none"
        stroke={first}
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  ),
  pair: (bottom) => (
    <g fill="none" strokeWidth={2}>
      <rect x={20} y={10} width={56} height={bottom - 10} rx={3} stroke={first} />
      <rect x={84} y={10} width={56} height={bottom - 10} rx={3} stroke={faint} />
      {lines([40, 34, 38], 28, 22)}
      {lines([40, 36, 24], 92, 22)}
      <path d="M58 18 l4 4 l8 -8" stroke={first} strokeLinecap="round" strokeLinejoin="round" />
    </g>
  ),
  text: (bottom) =>
    lines(bottom > 70 ? [120, 112, 118, 96, 116, 108, 60] : [120, 112, 118, 96, 60], 20, 14, 11),
};

/** Regions on pictures. */
const shapes: Record<NonNullable<Drawing['regions']>, ReactElement> = {
  boxes: (
    <g strokeWidth={2} fillOpacity={0.18}>
      <rect x={34} y={30} width={34} height={26} fill={first} stroke={first} />
      <rect x={84} y={22} width={26} height={36} fill={second} stroke={second} />
    </g>
  ),
  polygon: (
    <g strokeWidth={2} strokeLinejoin="round">
      <path d="M36 52 L48 28 L70 34 L76 54 L56 62 Z" fill={first} fillOpacity={0.18} stroke={first} />
      <g fill="var(--gs-surface)" stroke={first}>
        {[
          [36, 52],
          [48, 28],
          [70, 34],
          [76, 54],
          [56, 62],
        ].map(([x, y]) => (
          <circle key={x} cx={x} cy={y} r={2.5} />
        ))}
      </g>
    </g>
  ),
  mask: (
    <g fillOpacity={0.55}>
      <path d="M34 50 q6 -22 24 -20 q22 0 16 18 q-2 14 -20 12 q-18 2 -20 -10z" fill={first} />
      <path d="M88 44 q6 -12 18 -8 q14 6 6 16 q-10 10 -20 2 q-6 -4 -4 -10z" fill={second} />
    </g>
  ),
  points: (
    <g strokeWidth={2} stroke="var(--gs-surface)">
      <path d="M44 54 L60 36 L82 40 L98 24" fill="none" stroke={faint} />
      <circle cx={44} cy={54} r={5} fill={first} />
      <circle cx={60} cy={36} r={5} fill={second} />
      <circle cx={82} cy={40} r={5} fill={third} />
      <circle cx={98} cy={24} r={5} fill={first} />
    </g>
  ),
  ellipse: (
    <g strokeWidth={2} fillOpacity={0.18}>
      <ellipse cx={58} cy={42} rx={22} ry={14} fill={first} stroke={first} />
      <ellipse cx={104} cy={40} rx={12} ry={16} fill={second} stroke={second} />
    </g>
  ),
  spans: (
    <g strokeWidth={2} fillOpacity={0.18}>
      <rect x={34} y={30} width={34} height={26} fill={first} stroke={first} />
    </g>
  ),
  relation: (
    <g strokeWidth={2} fillOpacity={0.18}>
      <rect x={32} y={36} width={26} height={20} fill={first} stroke={first} />
      <rect x={100} y={22} width={26} height={20} fill={second} stroke={second} />
      <path d="M60 42 q22 -20 38 -10" fill="none" stroke={ink} strokeDasharray="3 3" />
    </g>
  ),
};

/** Stretches of text, of sound and of plots. */
function stretches(object: Drawing['object'], bottom: number, related: boolean): ReactElement {
  if (object === 'audio' || object === 'series' || object === 'video') {
    const top = object === 'video' ? bottom - 10 : 10;
    return (
      <g fillOpacity={0.28}>
        <rect x={34} y={top} width={28} height={bottom - top} fill={first} />
        <rect x={84} y={top} width={40} height={bottom - top} fill={second} />
      </g>
    );
  }
  const row = object === 'dialogue' ? 14 : object === 'page' ? 27 : 11;
  return (
    <g>
      <g fillOpacity={0.4}>
        <rect x={48} y={row} width={30} height={9} rx={2} fill={first} />
        <rect x={84} y={row + 20} width={34} height={9} rx={2} fill={second} />
      </g>
      {related && (
        <path
          d={`M63 ${String(row + 10)} q6 14 20 14`}
          fill="none"
          stroke={ink}
          strokeWidth={2}
          strokeDasharray="3 3"
        />
      )}
    </g>
  );
}

const answers: Record<NonNullable<Drawing['answers']>, ReactElement> = {
  choices: (
    <g fill="none" stroke={ink} strokeWidth={2}>
      <circle cx={25} cy={80} r={4} stroke={first} fill={first} />
      <circle cx={71} cy={80} r={4} />
      <circle cx={113} cy={80} r={4} />
      <g stroke={faint} strokeWidth={4} strokeLinecap="round">
        <path d="M36 80 H56 M82 80 H98 M124 80 H136" />
      </g>
    </g>
  ),
  tree: (
    <g fill="none" stroke={ink} strokeWidth={2}>
      <path d="M24 70 V90 M24 76 H34 M24 88 H34" stroke={faint} />
      <circle cx={38} cy={76} r={3} stroke={first} fill={first} />
      <circle cx={38} cy={88} r={3} />
      <g stroke={faint} strokeWidth={4} strokeLinecap="round">
        <path d="M48 76 H96 M48 88 H78" />
      </g>
    </g>
  ),
  text: (
    <g fill="none" strokeWidth={2}>
      <rect x={20} y={72} width={120} height={16} rx={3} stroke={ink} />
      <path d="M28 76 V84" stroke={first} />
    </g>
  ),
  stars: (
    <g fontSize={16} fill={faint} fontFamily="sans-serif">
      {[0, 1, 2, 3, 4].map((star) => (
        <path
          key={star}
          transform={`translate(${String(30 + star * 18)} 80)`}
          d="M0 -7 L2 -2.2 L7 -2 L3 1.4 L4.4 6.5 L0 3.6 L-4.4 6.5 L-3 1.4 L-7 -2 L-2 -2.2 Z"
          fill={star < 3 ? second : faint}
        />
      ))}
    </g>
  ),
  number: (
    <g fill="none" stroke={ink} strokeWidth={2} strokeLinecap="round" strokeLinejoin="round">
      <rect x={20} y={72} width={56} height={16} rx={3} />
      <path d="M64 78 l3 -3 l3 3 M64 82 l3 3 l3 -3" stroke={first} />
    </g>
  ),
};

/** A small schematic picture of a labeling interface. */
export function TemplateDrawing({ object, regions, answers: asked }: Drawing) {
  const bottom = asked === undefined ? 86 : 62;
  const onPicture = object === 'image' || (object === 'video' && regions !== 'spans');
  return (
    <svg viewBox="0 0 160 96" className={classes.drawing} aria-hidden>
      {objects[object](bottom)}
      {regions !== undefined &&
        object !== 'pair' &&
        object !== 'list' &&
        (onPicture ? shapes[regions] : stretches(object, bottom, regions === 'relation'))}
      {asked !== undefined && answers[asked]}
    </svg>
  );
}
