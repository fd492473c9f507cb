import { record, redo, undo } from '../../model/history';
import type { EditorCore } from '../core';

export function historyActions(core: EditorCore) {
  return {
    undo(): void {
      if (core.editable && core.content.history.past.length > 0) core.setDocument(undo(core.content));
    },

    redo(): void {
      if (core.editable && core.content.history.future.length > 0) core.setDocument(redo(core.content));
    },

    /** Back to what was opened, as a step that can be undone. */
    reset(): void {
      if (!core.editable) return;
      const { initial, document } = core.content;
      if (document === initial) return;
      core.setDocument(record(core.content, (draft) => void Object.assign(draft, initial)));
    },
  };
}
