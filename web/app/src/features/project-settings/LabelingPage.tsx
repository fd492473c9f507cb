export function LabelingPage() {
  return null;
}
