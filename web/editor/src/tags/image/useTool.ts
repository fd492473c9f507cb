import { useState } from 'react';
import { useActions, useEditorState } from '../../state/context';
import { isDrawingTool } from './tools/scene';
import { bareTool, type PickedLabels } from './imageControls';
import type { HeldTool } from './types';

export interface ToolOptions {
  /** Tools this image offers. */
  offered: readonly HeldTool[];
  /** The tool that draws without a label; `null` when there is none. */
  unlabeled: HeldTool | null;
  /** Picked labels that draw on this image. */
  picked: PickedLabels;
  /** The selected region, when it is still being drawn with this tool. */
  working: { readonly id: string; readonly tool: HeldTool } | null;
}

/**
 * The tool in hand. A chosen tool stays for the next tasks. Picking a label takes up a tool that draws it, and lays it
 * down with the label, unless another tool is chosen meanwhile; a region that is not finished keeps its tool.
 */
export function useTool({
  offered,
  unlabeled,
  picked,
  working,
}: ToolOptions): [HeldTool, (tool: HeldTool) => void] {
  const actions = useActions();
  const stored = useEditorState((state) => state.settings.tool);
  const [chosenWith, setChosenWith] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [drawing, setDrawing] = useState<HeldTool | null>(null);

  const chosen = offered.find((tool) => tool === stored) ?? unlabeled ?? 'select';
  const byLabel = picked.key !== '' && chosenWith !== picked.key && !picked.tools.includes(chosen);
  const drawsPicked = picked.tools.find((tool) => tool === drawing) ?? picked.tools[0] ?? chosen;
  const choose = (tool: HeldTool): void => {
    if (isDrawingTool(bareTool(tool))) setDrawing(tool);
    setChosenWith(picked.key);
    setLeft(working?.id ?? null);
    actions.changeSettings({ tool });
  };
  if (working !== null && working.id !== left && offered.includes(working.tool))
    return [working.tool, choose];
  return [byLabel ? drawsPicked : chosen, choose];
}
