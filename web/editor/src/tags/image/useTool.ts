import { useState } from 'react';
import { useActions, useEditorState } from '../../state/context';
import { isDrawingTool } from './tools/scene';
import type { ImageTool } from './types';

const tools: readonly ImageTool[] = ['select', 'rectangle', 'rectangle3', 'pan'];

export interface ToolOptions {
  /** Tools this image offers. */
  offered: readonly ImageTool[];
  /** There is a tool that draws without a label. */
  unlabeled: boolean;
  /** Picked labels that draw on this image; changes when others are picked, empty for none. */
  labels: string;
}

/**
 * The tool in hand. A chosen tool stays for the next tasks. Picking a label takes up a drawing tool by itself, and
 * lays it down with the label, unless another tool is chosen meanwhile.
 */
export function useTool({ offered, unlabeled, labels }: ToolOptions): [ImageTool, (tool: ImageTool) => void] {
  const actions = useActions();
  const stored = useEditorState((state) => state.settings.tool);
  const [chosenWith, setChosenWith] = useState<string | null>(null);
  const [drawing, setDrawing] = useState<ImageTool>('rectangle');

  const first: ImageTool = unlabeled ? 'rectangle' : 'select';
  const chosen = tools.find((tool) => tool === stored && offered.includes(tool)) ?? first;
  const byLabel = labels !== '' && chosenWith !== labels && !isDrawingTool(chosen);
  const choose = (tool: ImageTool): void => {
    if (isDrawingTool(tool)) setDrawing(tool);
    setChosenWith(labels);
    actions.changeSettings({ tool });
  };
  return [byLabel ? drawing : chosen, choose];
}
