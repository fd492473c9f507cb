/** The hallmark: a "G" stamped into a small plate. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--gs-gold)"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M6 2.5h12L21.5 6v12L18 21.5H6L2.5 18V6z" />
      <path d="M15.8 9.2A4.6 4.6 0 1 0 16.6 12.4H12.6" />
    </svg>
  );
}
