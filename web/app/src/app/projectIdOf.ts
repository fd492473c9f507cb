/** The project a list of route matches is inside of, if any. */
export function projectIdOf(matches: readonly { params: object }[]): number | undefined {
  const params: { projectId?: string | number } = matches.at(-1)?.params ?? {};
  const id = Number(params.projectId);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
