import { describe, expect, it } from 'vitest';

import { reconcile, type Kept } from './reconcile';

function kept(change: Partial<Kept['work']>): Kept {
  return {
    work: {
      key: 'a',
      projectId: 1,
      taskId: 5,
      annotationId: null,
      draftId: null,
      parentPrediction: null,
      parentAnnotation: null,
      leadTime: 0,
      annotationLeadTime: 0,
      revision: 2,
      acknowledged: 1,
      editedAt: Date.parse('2026-01-02T00:00:00Z'),
      annotationBase: null,
      draftBase: null,
      ...change,
    },
    result: [],
  };
}

const draft = { id: 9, annotation: null, updated_at: '2026-01-01T00:00:00Z' };
const newer = { ...draft, updated_at: '2026-01-03T00:00:00Z' };

describe('opening a task with work kept in the browser', () => {
  it('shows the kept work instead of the older draft it came from', () => {
    const mine = kept({ draftId: 9, draftBase: draft.updated_at });
    expect(reconcile([mine], { annotations: [], drafts: [draft] }).choices).toEqual([
      { annotationId: null, shown: { from: 'browser', kept: mine }, offered: null },
    ]);
  });

  it('offers a draft changed elsewhere when it is older, shows it when it is newer', () => {
    const mine = kept({ draftId: 9, draftBase: '2025-12-01T00:00:00Z' });
    expect(reconcile([mine], { annotations: [], drafts: [draft] }).choices[0]).toMatchObject({
      shown: { from: 'browser' },
      offered: { from: 'server', draft },
    });
    expect(reconcile([mine], { annotations: [], drafts: [newer] }).choices[0]).toMatchObject({
      shown: { from: 'server', draft: newer },
      offered: { from: 'browser' },
    });
  });

  it('leaves acknowledged work to the server', () => {
    const sent = kept({ draftId: 9, acknowledged: 2 });
    expect(reconcile([sent], { annotations: [], drafts: [draft] }).choices).toEqual([
      { annotationId: null, shown: { from: 'server', draft }, offered: null },
    ]);
  });

  it('never applies a draft older than its annotation', () => {
    const old = { id: 3, annotation: 12, updated_at: '2026-01-01T00:00:00Z' };
    const result = reconcile([], {
      annotations: [{ id: 12, updated_at: '2026-01-02T00:00:00Z' }],
      drafts: [old],
    });
    expect(result).toEqual({ choices: [], stale: [old] });
  });

  it('keeps two new annotations of one task apart', () => {
    const one = kept({ key: 'a' });
    const two = kept({ key: 'b', draftId: 9, draftBase: draft.updated_at });
    const { choices } = reconcile([one, two], { annotations: [], drafts: [draft] });
    expect(choices.map((choice) => choice.offered)).toEqual([null, null]);
    expect(choices).toHaveLength(2);
  });
});
