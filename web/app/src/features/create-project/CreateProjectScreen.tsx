export function CreateProjectScreen() {
  return null;
}
