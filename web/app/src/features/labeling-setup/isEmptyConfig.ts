/** Whether a configuration is the one a new project starts with, or nothing at all. */
export function isEmptyConfig(config: string): boolean {
  return /^(<View>\s*<\/View>|<View\s*\/>)?$/.test(config.trim());
}
