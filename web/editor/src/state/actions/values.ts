import { setValue, type ValueScope } from '../../model/edit';
import type { EditorCore } from '../core';

export function valueActions(core: EditorCore) {
  return {
    /** Sets a control's answer; undefined takes it back. Changes of one gesture are one step. */
    setValue(control: string, value: unknown, scope: ValueScope, gesture: string | null = null): void {
      const found = core.state.config.controls.get(control);
      if (found === undefined) return;
      const region = scope.regionId === undefined ? undefined : core.content.document.entries[scope.regionId];
      if (region !== undefined && !core.canEdit(region)) return;
      core.change((draft) => setValue(draft, found, value, scope), gesture);
    },
  };
}
