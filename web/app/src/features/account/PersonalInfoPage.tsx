export function PersonalInfoPage() {
  return null;
}
