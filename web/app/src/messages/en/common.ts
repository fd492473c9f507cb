export const common = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.copied': 'Copied',
  'common.copy': 'Copy',
  'common.discard': 'Discard changes',
  'common.loading': 'Loading',
  'common.retry': 'Try again',
  'common.save': 'Save',
  'common.saved': 'Saved',
  'common.unsaved': 'Unsaved changes',

  'pagination.label': 'Pages',
  'pagination.range': '{from}–{to} of {total}',
  'pagination.size': 'Rows per page',
  'pagination.page': 'Page {number}',
  'pagination.first': 'First page',
  'pagination.previous': 'Previous page',
  'pagination.next': 'Next page',
  'pagination.last': 'Last page',

  'time.justNow': 'just now',

  'form.leave.title': 'You have unsaved changes',
  'form.leave.text': 'Would you like to save them before leaving?',
  'form.leave.discard': 'Discard and leave',
  'form.leave.save': 'Save and leave',
} as const;
