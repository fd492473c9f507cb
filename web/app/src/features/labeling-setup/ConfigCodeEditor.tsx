import { xml, xmlLanguage } from '@codemirror/lang-xml';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorView, tooltips } from '@codemirror/view';
import CodeMirror from '@uiw/react-codemirror';
import { useEffect, useMemo, useState } from 'react';
import { t } from '../../messages';
import { locateProblem } from './config/locateProblem';
import { codeTheme } from './language/codeTheme';
import { completeLanguage, completeReferences } from './language/completion';

interface ConfigCodeEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** Fields of the project's data, offered after `$`. */
  columns: readonly string[];
  /** What the server found wrong. */
  problems: readonly string[];
}

/** The configuration as XML, with completion of the labeling language and the server's findings at their places. */
export function ConfigCodeEditor({ value, onChange, columns, problems }: ConfigCodeEditorProps) {
  const [view, setView] = useState<EditorView>();

  const extensions = useMemo(
    () => [
      xml(),
      xmlLanguage.data.of({ autocomplete: completeLanguage }),
      xmlLanguage.data.of({ autocomplete: completeReferences(columns) }),
      lintGutter(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': t('setup.code'), tabindex: '0' }),
      // Beside the panel there is room for what a tag is for.
      tooltips({ parent: document.body }),
      codeTheme,
    ],
    [columns],
  );

  useEffect(() => {
    view?.dispatch(setDiagnostics(view.state, diagnostics(view.state.doc.toString(), problems)));
  }, [view, problems]);

  return (
    <CodeMirror
      onCreateEditor={setView}
      value={value}
      onChange={onChange}
      extensions={extensions}
      theme="none"
      height="100%"
      style={{ height: '100%' }}
      basicSetup={{ foldGutter: false, highlightSelectionMatches: false }}
    />
  );
}

function diagnostics(text: string, problems: readonly string[]): Diagnostic[] {
  return problems.map((message) => ({ ...locateProblem(text, message), severity: 'error', message }));
}
