import { api, type Project } from '@goldset/api';
import { Button, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../messages';
import { projectQuery } from '../../shared/queries';
import { commitImport } from '../import/requests';
import type { ImportState } from '../import/contract';
import { ImportPanel } from '../import/ImportPanel';
import { hideJob } from '../jobs/hiddenJobs';
import { endOfJob, errorOf } from '../jobs/requests';
import { isEmptyConfig } from '../labeling-setup/isEmptyConfig';
import { LabelingSetup } from '../labeling-setup/LabelingSetup';
import { useConfigCheck } from '../labeling-setup/useConfigCheck';
import { titleProblem } from '../project-settings/titleProblem';
import { useSaveProject } from '../project-settings/useSaveProject';
import classes from './create.module.css';
import { LeaveDraftDialog } from './LeaveDraftDialog';
import { steps, type Step } from './search';
import { StepTabs } from './StepTabs';
import { useSavedDraft } from './useSavedDraft';

const route = getRouteApi('/projects/create');

/** Name, data and labeling interface of a new project; what is entered is kept as a draft all along. */
export function CreateProjectScreen() {
  const { project: projectId = 0 } = route.useSearch();
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  return <Wizard key={project.id} project={project} />;
}

function Wizard({ project }: { project: Project }) {
  const { step = 'name' } = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const store = useSaveProject(project.id);

  const [title, setTitle] = useState(project.title ?? '');
  const [description, setDescription] = useState(project.description ?? '');
  const [config, setConfig] = useState(project.label_config ?? '');
  const [data, setData] = useState<ImportState>();
  const [askQuestion, setAskQuestion] = useState(false);
  const [leaving, setLeaving] = useState(false);
  // A step is made when first visited and then stays: uploads and the editor go on while it is out of sight.
  const [visited, setVisited] = useState<readonly Step[]>([step]);
  if (!visited.includes(step)) setVisited([...visited, step]);

  // A dataset says which labels it needs; an interface that was set up already stays.
  const [implied, setImplied] = useState<string>();
  if (data?.impliedConfig !== undefined && data.impliedConfig !== implied) {
    setImplied(data.impliedConfig);
    if (isEmptyConfig(config)) setConfig(data.impliedConfig);
  }

  const check = useConfigCheck(project.id, config);
  const nameProblem = titleProblem(title);
  const draft = useSavedDraft(project.id);

  const goTo = (next: Step) =>
    void navigate({ search: { project: project.id, step: next }, replace: true, resetScroll: false });

  const create = useMutation({
    mutationFn: async () => {
      await draft.stop();
      await store({ title, description, label_config: config, is_draft: false });
      if (data === undefined || data.fileUploadIds.length === 0) return;
      const job = await endOfJob(project.id, await commitImport(project.id, data));
      if (job.status !== 'failed') return;
      hideJob(job.id);
      throw errorOf(job);
    },
    meta: { errorTitle: t('create.failed') },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['projects'] });
      await navigate({ to: '/projects/$projectId/data', params: { projectId: project.id } });
    },
  });

  const remove = useMutation({
    mutationFn: async () => {
      await draft.stop();
      await api.del('/api/projects/{id}/', { path: { id: project.id } });
    },
    onSuccess: async () => {
      await navigate({ to: '/projects' });
      queryClient.removeQueries({ queryKey: projectQuery(project.id).queryKey });
      await queryClient.invalidateQueries({ queryKey: ['projects', 'list'] });
    },
  });

  function submit() {
    if (nameProblem !== null) {
      goTo('name');
    } else if (data?.questionOpen === true) {
      setAskQuestion(true);
      goTo('import');
    } else {
      create.mutate();
    }
  }

  function cancel() {
    const somethingToLose =
      (project.task_number ?? 0) > 0 ||
      (data?.fileUploadIds.length ?? 0) > 0 ||
      data?.uploading === true ||
      !isEmptyConfig(config);
    if (somethingToLose) setLeaving(true);
    else remove.mutate();
  }

  const columns = data !== undefined && data.dataColumns.length > 0 ? data.dataColumns : noColumns;
  const next = steps[steps.indexOf(step) + 1];

  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <Title order={1}>{t('create.title')}</Title>
        <StepTabs step={step} onStep={goTo} />
        <span className={classes.state} role="status">
          {draft.saved && t('create.draftSaved')}
        </span>
        <Button variant="default" loading={remove.isPending} onClick={cancel}>
          {t('common.cancel')}
        </Button>
        <Button
          onClick={submit}
          loading={create.isPending}
          disabled={data?.uploading === true}
          title={data?.uploading === true ? t('create.waiting') : undefined}
        >
          {t('create.submit')}
        </Button>
      </header>

      <div
        className={classes.step}
        hidden={step !== 'name'}
        role="tabpanel"
        aria-label={t('create.step.name')}
      >
        <form
          className={classes.column}
          onSubmit={(event) => {
            event.preventDefault();
            goTo('import');
          }}
        >
          <StepHeading title={t('create.step.name')} intro={t('create.name.intro')} />
          <Stack gap="xl">
            <TextInput
              label={t('settings.title')}
              value={title}
              error={nameProblem ?? draft.problemOf('title')}
              maxLength={50}
              autoFocus
              onFocus={(event) => {
                event.currentTarget.select();
              }}
              onChange={(event) => {
                const value = event.currentTarget.value;
                setTitle(value);
                if (titleProblem(value) === null) draft.change({ title: value });
              }}
            />
            <Textarea
              label={t('create.description')}
              placeholder={t('create.description.placeholder')}
              autosize
              minRows={4}
              value={description}
              onChange={(event) => {
                setDescription(event.currentTarget.value);
                draft.change({ description: event.currentTarget.value });
              }}
            />
          </Stack>
          <NextButton next={next} onNext={goTo} />
        </form>
      </div>
      <div
        className={classes.step}
        hidden={step !== 'import'}
        role="tabpanel"
        aria-label={t('create.step.import')}
      >
        <div className={classes.wide}>
          <StepHeading title={t('create.step.import')} intro={t('create.import.intro')} />
          <ImportPanel projectId={project.id} onState={setData} highlightQuestion={askQuestion} />
          <NextButton next={next} onNext={goTo} />
        </div>
      </div>
      {visited.includes('labeling') && (
        <div
          className={classes.step}
          hidden={step !== 'labeling'}
          role="tabpanel"
          aria-label={t('create.step.labeling')}
        >
          <LabelingSetup
            config={config}
            onChange={(text) => {
              setConfig(text);
              draft.change({ label_config: text });
            }}
            check={check}
            columns={columns}
          />
        </div>
      )}

      {leaving && (
        <LeaveDraftDialog
          deleting={remove.isPending}
          onDelete={() => {
            remove.mutate();
          }}
          onKeep={() => void draft.flush().then(() => navigate({ to: '/projects' }))}
          onClose={() => {
            setLeaving(false);
          }}
        />
      )}
    </div>
  );
}

const noColumns: string[] = [];

function StepHeading({ title, intro }: { title: string; intro: string }) {
  return (
    <div>
      <Title order={2}>{title}</Title>
      <Text c="dimmed">{intro}</Text>
    </div>
  );
}

function NextButton({ next, onNext }: { next: Step | undefined; onNext: (step: Step) => void }) {
  if (next === undefined) return null;
  return (
    <Button
      variant="default"
      style={{ alignSelf: 'flex-start' }}
      onClick={() => {
        onNext(next);
      }}
    >
      {t('create.next')}
    </Button>
  );
}
