import { Editor } from '@goldset/editor';
import '@goldset/editor/style.css';
import { Center, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { t } from '../../messages';
import { currentUserQuery } from '../../shared/queries';
import classes from './setup.module.css';
import type { Sample } from './useConfigCheck';

interface ConfigPreviewProps {
  sample: Sample | undefined;
  /** The preview is not of the current configuration. */
  outdated: boolean;
}

const options = { mode: 'preview' } as const;
const none: never[] = [];

/** The labeling screen as the configuration makes it, to try out. */
export function ConfigPreview({ sample, outdated }: ConfigPreviewProps) {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  if (sample === undefined) {
    return (
      <Center h="100%" p="xl">
        <Text c="dimmed">{t('setup.preview.empty')}</Text>
      </Center>
    );
  }
  return (
    <div className={classes.previewBody} data-outdated={outdated || undefined} inert={outdated}>
      <PreviewBoundary key={sample.config}>
        <Editor
          config={sample.config}
          task={{ id: 1, data: sample.data }}
          annotations={none}
          predictions={none}
          user={user}
          options={options}
        />
      </PreviewBoundary>
    </div>
  );
}

/** A configuration the editor cannot show must not take the form with it. */
class PreviewBoundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state as { error: Error | undefined };
    if (error === undefined) return this.props.children;
    return (
      <Center h="100%" p="xl">
        <Text c="dimmed" ta="center" role="alert">
          {t('setup.preview.failed')}
          <br />
          {error.message}
        </Text>
      </Center>
    );
  }
}
