import { exactTime, timeAgo } from './time';

/** A moment in words; the exact time on hover. */
export function RelativeTime({ value }: { value: string }) {
  return (
    <time dateTime={value} title={exactTime(value)} style={{ whiteSpace: 'nowrap' }}>
      {timeAgo(value)}
    </time>
  );
}
