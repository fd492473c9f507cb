import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Annotation, ResultElement } from '../src';
import { clickText, labeled, nerConfig, openEditor, selectText, story } from './harness';

const open = (setup = {}) => openEditor({ config: nerConfig, data: { text: story }, ...setup });
const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Submit/ });
const update = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Update/ });
const tab = (name: RegExp) => screen.getByRole('tab', { name });
const one = [labeled('a', 0, 12, ['PER'])];

describe('submitting and updating', () => {
  it('submits what was made, with the time it took', async () => {
    const { user, label, onSubmit } = open();
    await user.click(label(/LOC/));
    await selectText('London');
    await user.click(submit());
    const event = onSubmit.mock.calls[0]?.[0];
    expect(event).toMatchObject({
      exit: false,
      annotation: { annotationId: null, draftId: null, parentPrediction: null },
    });
    expect(event?.result).toHaveLength(1);
    expect(event?.leadTime).toBeGreaterThan(0);
    expect(Date.parse(event?.startedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('adds stored time to the time of this session', async () => {
    const { user, onUpdate } = open({ annotations: [{ id: 1, result: one, lead_time: 40 }] });
    await clickText('Ada');
    await user.keyboard('{Backspace}');
    await user.click(update());
    expect(onUpdate.mock.calls[0]?.[0].leadTime).toBeGreaterThan(40);
  });

  it('updates only what has changed', async () => {
    const { user } = open({ result: one });
    expect(update().disabled).toBe(true);
    expect(update().title).toBe('No changes were made');
    await clickText('Ada');
    await user.keyboard('{Backspace}');
    expect(update().disabled).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(update().disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Redo' }));
    expect(update().disabled).toBe(false);
  });

  it('makes the answer of the app the stored version', async () => {
    const stored: Annotation = { id: 44, result: one, completed_by: 1, created_at: new Date().toISOString() };
    const { user, onSubmit } = open();
    onSubmit.mockResolvedValue(stored);
    await user.click(submit());
    await waitFor(() => expect(tab(/Annotation 44/)).toBeTruthy());
    expect(update().disabled).toBe(true);
  });

  it('takes over the id of new props when the app answers nothing', async () => {
    const { user, change } = open();
    await user.click(submit());
    await act(async () => change({ annotations: [{ id: 9, result: [] }] }));
    expect(tab(/Annotation 9/)).toHaveProperty('ariaSelected', 'true');
    expect(screen.getAllByRole('tab')).toHaveLength(1);
  });

  it('stays and says why when saving fails, and lets try again', async () => {
    const { user, onSubmit } = open();
    onSubmit.mockRejectedValueOnce(new Error('the server is away'));
    await user.click(submit());
    expect((await screen.findByRole('alert')).textContent).toContain('the server is away');
    await waitFor(() => expect(submit().disabled).toBe(false));
    await user.click(submit());
    expect(onSubmit).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is disabled while a request runs', async () => {
    const { user, onSubmit } = open();
    let answer = (): void => undefined;
    onSubmit.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await user.click(submit());
    expect(submit().disabled).toBe(true);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).toHaveBeenCalledTimes(1);
    answer();
    await waitFor(() => expect(update().disabled).toBe(true));
  });

  it('refuses an empty annotation where that is denied, by key too', async () => {
    const { user, label, onSubmit } = open({ options: { enableEmptyAnnotation: false } });
    expect(submit().title).toBe('Empty annotations denied in this project');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).not.toHaveBeenCalled();
    await user.click(label(/PER/));
    await selectText('Ada');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('leaves the stream with "Submit and exit"', async () => {
    const { user, onSubmit } = open({ options: { mode: 'stream' } });
    await user.click(screen.getByRole('button', { name: 'More ways to save' }));
    await user.click(screen.getByRole('menuitem', { name: 'Submit and exit' }));
    expect(onSubmit.mock.calls[0]?.[0].exit).toBe(true);
  });

  it('does not submit with a config that has errors', async () => {
    const { user, onSubmit } = open({ config: '<View><Text name="text" value="$text"/><Foo/></View>' });
    expect(screen.getByRole('alert').textContent).toContain('Tag with name Foo is not registered.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('skipping', () => {
  it('skips with what is there, without checking it', async () => {
    const onSkip = vi.fn();
    const config = nerConfig.replace('</View>', '<Rating name="r" toName="text" required="true"/></View>');
    const { user, label } = open({ config, onSkip });
    await user.click(label(/PER/));
    await selectText('Ada');
    await user.keyboard('{Control>} {/Control}');
    expect(onSkip.mock.calls[0]?.[0].result).toHaveLength(1);
  });

  it('shows a skipped annotation as such and cancels the skip', async () => {
    const onUnskip = vi.fn().mockResolvedValue({ id: 1, result: [], was_cancelled: false });
    const { user } = open({ annotations: [{ id: 1, result: [], was_cancelled: true }], onUnskip });
    expect(screen.getByText('Was skipped')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel skip' }));
    expect(onUnskip).toHaveBeenCalledOnce();
    expect(await screen.findByRole('button', { name: /^Update/ })).toBeTruthy();
  });

  it('is forbidden where the task says so', async () => {
    const onSkip = vi.fn();
    const { user } = open({ allowSkip: false, onSkip });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Skip/ }).title).toBe(
      'This task cannot be skipped',
    );
    await user.keyboard('{Control>} {/Control}');
    expect(onSkip).not.toHaveBeenCalled();
  });
});

describe('tabs, drafts and predictions', () => {
  const prediction = {
    id: 5,
    model_version: 'm-2',
    score: 0.7,
    result: [{ ...one[0], origin: undefined, score: 0.9 } as ResultElement],
  };

  it('tells of no change on opening, switching and selecting', async () => {
    const { user, changes } = open({ result: one, predictions: [prediction] });
    await clickText('Ada');
    await user.click(tab(/Prediction 5/));
    await user.click(tab(/Annotation 1/));
    expect(changes).toEqual([]);
  });

  it('starts with a copy of the prediction where there is nothing else', async () => {
    const { user, onSubmit } = open({ predictions: [prediction] });
    await user.click(submit());
    const event = onSubmit.mock.calls[0]?.[0];
    expect(event?.annotation.parentPrediction).toBe(5);
    expect(event?.result).toEqual([{ ...one[0], origin: 'prediction', score: 0.9 }]);
  });

  it('shows predictions read-only and copies them', async () => {
    const onCreateAnnotation = vi.fn();
    const { user, label, region, written } = open({
      result: [],
      predictions: [prediction],
      onCreateAnnotation,
    });
    await user.click(tab(/Prediction 5/));
    expect(label(/PER/)).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: /^(Submit|Update)/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Copy as annotation' }));
    expect(onCreateAnnotation.mock.calls[0]?.[0]).toMatchObject({ parentPrediction: 5, annotationId: null });
    await user.click(region('Region 1: PER'));
    await user.click(label(/LOC/));
    expect(written()[0]).toMatchObject({ id: 'a', origin: 'prediction-changed' });
  });

  it('copies nothing in a stream unless asked to, and the wanted model when it is', () => {
    const other = { ...prediction, id: 6, model_version: 'm-1' };
    const { regions } = open({ predictions: [prediction, other], options: { mode: 'stream' } });
    expect(regions()).toHaveLength(0);
  });

  it('opens the draft of a new annotation and goes on with its time', async () => {
    const draft = { id: 8, annotation: null, result: one, lead_time: 30, created_at: '2026-01-01T00:00:00Z' };
    const { user, onSubmit, regions } = open({ drafts: [draft] });
    expect(regions()).toHaveLength(1);
    await user.click(submit());
    const event = onSubmit.mock.calls[0]?.[0];
    expect(event?.annotation.draftId).toBe(8);
    expect(event?.leadTime).toBeGreaterThan(30);
  });

  it('opens the draft of a stored annotation and shows the stored version beside it', async () => {
    const draft = { id: 8, annotation: 1, result: [] };
    const { user, regions, label } = open({ result: one, drafts: [draft] });
    expect(regions()).toHaveLength(0);
    expect(update().disabled).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Submitted' }));
    expect(regions()).toHaveLength(1);
    expect(label(/PER/)).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Draft' }));
    expect(regions()).toHaveLength(0);
  });

  it('keeps each tab’s work and history apart', async () => {
    const annotations = [
      { id: 1, result: one },
      { id: 2, result: [] },
    ];
    const { user, label, regions } = open({ annotations });
    await user.click(tab(/Annotation 2/));
    await user.click(label(/LOC/));
    await selectText('London');
    await user.click(tab(/Annotation 1/));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Undo' }).disabled).toBe(true);
    await user.click(tab(/Annotation 2/));
    expect(regions()).toHaveLength(1);
    await user.keyboard('{Control>}z{/Control}');
    expect(regions()).toHaveLength(0);
  });

  it('deletes an annotation after a question', async () => {
    const onDeleteAnnotation = vi.fn().mockResolvedValue(undefined);
    const { user } = open({ result: one, predictions: [prediction], onDeleteAnnotation });
    await user.click(screen.getByRole('button', { name: 'Actions for this annotation' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete annotation' }));
    expect(onDeleteAnnotation).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(onDeleteAnnotation.mock.calls[0]?.[0]).toMatchObject({ annotationId: 1 });
    await waitFor(() => expect(screen.queryByRole('tab', { name: /Annotation 1/ })).toBeNull());
  });

  it('keeps unsaved work when the app takes its annotation away', async () => {
    const { user, change, regions } = open({ result: one });
    await clickText('Ada');
    await user.keyboard('{Control>}d{/Control}');
    await act(async () => change({ annotations: [] }));
    expect(regions()).toHaveLength(2);
  });

  it('changes nothing in read-only mode', async () => {
    const { user, label, changes } = open({ result: one, options: { readOnly: true } });
    expect(label(/PER/)).toHaveProperty('disabled', true);
    await clickText('Ada');
    await user.keyboard('{Backspace}');
    await user.keyboard('{Control>}d{/Control}');
    expect(changes).toEqual([]);
    expect(screen.getByText('Read-only')).toBeTruthy();
  });

  it('says which stored results do not fit the config', () => {
    const gone = { id: 'x', from_name: 'gone', to_name: 'text', type: 'choices', value: { choices: ['A'] } };
    open({ result: [...one, gone] });
    expect(screen.getByText(/1 stored result does not fit the labeling setup.*gone/)).toBeTruthy();
  });

  it('goes back to what was opened with reset, which can be undone', async () => {
    const { user, regions } = open({ result: one });
    await clickText('Ada');
    await user.keyboard('{Control>}d{/Control}{Control>}d{/Control}');
    expect(regions()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Reset to what was opened' }));
    expect(regions()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(regions()).toHaveLength(3);
  });
});
