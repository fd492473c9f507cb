export const common = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.copied': 'Copied',
  'common.copy': 'Copy',
  'common.delete': 'Delete',
  'common.discard': 'Discard changes',
  'common.loading': 'Loading',
  'common.retry': 'Try again',
  'common.save': 'Save',
  'common.saved': 'Saved',
  'common.unsaved': 'Unsaved changes',
} as const;
