export const labelingSetup = {} as const;
