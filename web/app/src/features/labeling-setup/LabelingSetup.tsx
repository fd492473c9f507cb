import type { Template } from '@goldset/api';
import { Button, SegmentedControl, Title } from '@mantine/core';
import { IconArrowLeft, IconLayoutGrid } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { t } from '../../messages';
import { shortcut } from '../../shared/shortcut';
import { ConfigCodeEditor } from './ConfigCodeEditor';
import { ConfigPreview } from './ConfigPreview';
import { ConfigStatus } from './ConfigStatus';
import { TemplateGallery } from './gallery/TemplateGallery';
import { isEmptyConfig } from './isEmptyConfig';
import { ReplaceConfigDialog } from './ReplaceConfigDialog';
import classes from './setup.module.css';
import type { ConfigCheck } from './useConfigCheck';
import { VisualEditor } from './visual/VisualEditor';

interface LabelingSetupProps {
  config: string;
  onChange: (config: string) => void;
  /** What the server says about it. */
  check: ConfigCheck;
  /** Fields every task of the project has. */
  columns: readonly string[];
  /** Shown left of the tools. */
  heading?: ReactNode;
  /** Shown right of the tools: where and how it is saved. */
  actions?: ReactNode;
}

/** Templates, code and visual editor of a labeling configuration, with the preview beside them. */
export function LabelingSetup({ config, onChange, check, columns, heading, actions }: LabelingSetupProps) {
  const [gallery, setGallery] = useState(isEmptyConfig(config));
  const [mode, setMode] = useState<'code' | 'visual'>('code');
  const [chosen, setChosen] = useState<Template>();

  function use(template: Template) {
    onChange(template.config);
    setChosen(undefined);
    setGallery(false);
  }

  return (
    <div className={classes.setup}>
      <div className={classes.toolbar}>
        {heading}
        {gallery && isEmptyConfig(config) ? (
          <Title order={2}>{t('gallery.title')}</Title>
        ) : gallery ? (
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} />}
            onClick={() => {
              setGallery(false);
            }}
          >
            {t('gallery.back')}
          </Button>
        ) : (
          <>
            <SegmentedControl
              aria-label={t('setup.mode')}
              value={mode}
              onChange={(next) => {
                setMode(next as typeof mode);
              }}
              data={[
                { value: 'code', label: t('setup.mode.code') },
                { value: 'visual', label: t('setup.mode.visual') },
              ]}
            />
            <Button
              variant="default"
              leftSection={<IconLayoutGrid size={16} />}
              onClick={() => {
                setGallery(true);
              }}
            >
              {t('setup.browse')}
            </Button>
          </>
        )}
        <div className={classes.actions}>{actions}</div>
      </div>
      {gallery ? (
        <TemplateGallery
          onTemplate={(template) => {
            if (isEmptyConfig(config)) use(template);
            else setChosen(template);
          }}
          onCustom={() => {
            setGallery(false);
            setMode('code');
          }}
        />
      ) : (
        <Group className={classes.panels}>
          <Panel defaultSize="44%" minSize={320} className={classes.panel}>
            <div className={classes.editor}>
              {mode === 'code' ? (
                <ConfigCodeEditor
                  value={config}
                  onChange={onChange}
                  columns={columns}
                  problems={check.problems}
                />
              ) : (
                <VisualEditor value={config} onChange={onChange} columns={columns} />
              )}
            </div>
            <ConfigStatus check={check} />
            {mode === 'code' && (
              <p className={classes.hint}>{t('setup.code.hint', { key: shortcut('Ctrl+Space') })}</p>
            )}
          </Panel>
          <Separator className={classes.separator} aria-label={t('setup.resize')} />
          <Panel minSize={360} className={classes.panel}>
            <section className={classes.preview} aria-label={t('setup.preview')}>
              <header className={classes.previewHead}>
                <b>{t('setup.preview')}</b> {t('setup.preview.hint')}
              </header>
              <ConfigPreview sample={check.sample} outdated={check.problems.length > 0} />
            </section>
          </Panel>
        </Group>
      )}
      {chosen && (
        <ReplaceConfigDialog
          title={chosen.title}
          onReplace={() => {
            use(chosen);
          }}
          onClose={() => {
            setChosen(undefined);
          }}
        />
      )}
    </div>
  );
}
