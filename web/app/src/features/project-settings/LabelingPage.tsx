import { Button, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { t } from '../../messages';
import { projectSummaryQuery } from '../../shared/queries';
import settings from '../../shared/settings.module.css';
import { shortcut } from '../../shared/shortcut';
import { UnsavedChangesGuard } from '../../shared/UnsavedChangesGuard';
import { useProject } from '../../shared/useProject';
import { LabelingSetup } from '../labeling-setup/LabelingSetup';
import { useConfigCheck } from '../labeling-setup/useConfigCheck';
import { SaveAnywayDialog } from './SaveAnywayDialog';
import { useSaveProject } from './useSaveProject';

const noColumns: string[] = [];

/** The labeling configuration of a project. */
export function LabelingPage() {
  const project = useProject();
  const stored = project.label_config ?? '';
  const [config, setConfig] = useState(stored);
  const [saved, setSaved] = useState(stored);
  if (stored !== saved) {
    // Stored by this page or changed elsewhere: what nobody is editing follows.
    if (config.trim() === saved.trim() || config.trim() === stored) setConfig(stored);
    setSaved(stored);
  }
  const dirty = config !== saved;

  const check = useConfigCheck(project.id, config);
  const summary = useQuery(projectSummaryQuery(project.id));
  const store = useSaveProject(project.id);
  const save = useMutation({
    mutationFn: (text: string) => store({ label_config: text }),
    meta: { errorTitle: t('setup.notSaved') },
  });
  const [asking, setAsking] = useState(false);

  const { isSuccess: justSaved, reset } = save;
  useEffect(() => {
    if (!justSaved) return;
    const timer = setTimeout(reset, 2500);
    return () => {
      clearTimeout(timer);
    };
  }, [justSaved, reset]);

  const saveNow = () =>
    save.mutateAsync(config).then(
      () => true,
      () => false,
    );

  function requestSave() {
    if (!dirty || save.isPending) return;
    if (check.problems.length > 0) setAsking(true);
    else void saveNow();
  }

  useHotkeys([['mod+S', requestSave]], []);

  return (
    // The hot key must work inside the code editor too, which takes keys before the document does.
    <div
      style={{ height: '100%' }}
      onKeyDown={(event) => {
        if (event.key === 's' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
          event.preventDefault();
          event.stopPropagation();
          requestSave();
        }
      }}
    >
      <LabelingSetup
        config={config}
        onChange={setConfig}
        check={check}
        columns={summary.data?.common_data_columns ?? noColumns}
        heading={<Title order={1}>{t('setup.title')}</Title>}
        actions={
          <>
            <span role="status" className={settings.state}>
              {dirty && (
                <>
                  <IconPointFilled size={14} color="var(--gs-warn)" aria-hidden />
                  {t('common.unsaved')} <kbd>{shortcut('mod+S')}</kbd>
                </>
              )}
              {!dirty && justSaved && (
                <>
                  <IconCheck size={16} color="var(--gs-good)" aria-hidden />
                  {t('common.saved')}
                </>
              )}
            </span>
            <Button disabled={!dirty} loading={save.isPending} onClick={requestSave}>
              {t('common.save')}
            </Button>
          </>
        }
      />
      {asking && (
        <SaveAnywayDialog
          problems={check.problems}
          onSave={() => {
            setAsking(false);
            void saveNow();
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
      <UnsavedChangesGuard dirty={dirty} save={saveNow} />
    </div>
  );
}
