import { useState } from 'react';

const KEY = 'goldset:data:thumbnails';

/** Whether the table shows pictures in its rows; remembered in this browser. */
export function useThumbnails(): [shown: boolean, show: (shown: boolean) => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(KEY) === 'true');
  return [
    shown,
    (next) => {
      localStorage.setItem(KEY, String(next));
      setShown(next);
    },
  ];
}
