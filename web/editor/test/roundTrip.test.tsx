import { render, screen } from '@testing-library/react';
import { describe, expect, it, test } from 'vitest';
import { Editor } from '../src';
import { compileConfig } from '../src/config/compile';
import { tagInfo } from '../src/config/language';
import { parseConfig, type ConfigNode } from '../src/config/parse';
import { loadResult } from '../src/model/load';
import { writeResult } from '../src/model/write';
import { normalizerFor } from '../src/tags/behaviors';
import { tagComponents } from '../src/tags/registry';
import { editorCases, type EditorCase } from './cases';

/** Tags of a config that nothing draws yet. */
function missingTags(node: ConfigNode): string[] {
  const own =
    tagInfo(node.tag)?.role === 'child' || node.tag === 'repeater' || node.tag in tagComponents
      ? []
      : [node.tagName];
  return [...own, ...node.children.flatMap(missingTags)];
}

function written({ config, task, result }: EditorCase) {
  const compiled = compileConfig(parseConfig(config), task.data);
  return writeResult(loadResult(result, compiled, { normalizerFor }).document, compiled);
}

const supported = editorCases.filter(({ config }) => missingTags(parseConfig(config)).length === 0);
const partly = editorCases.filter((editorCase) => !supported.includes(editorCase));

test('all cases are found, and most are of tags that are built', () => {
  expect(editorCases.length).toBe(77);
  expect(supported.length).toBeGreaterThan(20);
});

describe('results of tags that are built are written as they must be', () => {
  it.each(supported)('$file', (editorCase) => {
    const accepted = editorCase.expected_written_any ?? [editorCase.expected_written];
    expect(accepted).toContainEqual(written(editorCase));
  });
});

describe('results of tags that are not built yet are kept untouched', () => {
  it.each(partly)('$file', (editorCase) => {
    const accepted = [
      editorCase.result,
      editorCase.expected_written,
      ...(editorCase.expected_written_any ?? []),
    ];
    expect(accepted).toContainEqual(written(editorCase));
  });
});

describe('every case opens', () => {
  it.each(editorCases)('$file', ({ config, task, result }) => {
    render(
      <Editor
        config={config}
        task={task}
        annotations={[{ id: 1, result }]}
        predictions={[]}
        user={{ id: 1, email: 'ann@example.com' }}
        options={{ mode: 'explore' }}
      />,
    );
    for (const tag of new Set(missingTags(parseConfig(config)))) {
      expect(
        screen.getAllByText(`${tagInfo(tag.toLowerCase())?.name ?? tag} is not supported yet.`).length,
      ).toBeGreaterThan(0);
    }
    expect(screen.queryByText('The labeling setup cannot be used')).toBeNull();
  });
});
