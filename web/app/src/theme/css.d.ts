import 'react';

declare module 'react' {
  // Custom properties may be set in style like any other.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
