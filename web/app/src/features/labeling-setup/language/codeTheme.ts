import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags as token } from '@lezer/highlight';

/** The code editor in the colours of the interface, whichever scheme is on. */
export const codeTheme = [
  EditorView.theme({
    '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--gs-surface)', color: 'var(--gs-text)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: 'var(--mantine-font-family-monospace)',
      lineHeight: '20px',
      fontVariantLigatures: 'none',
    },
    '.cm-content': { caretColor: 'var(--gs-accent)' },
    '.cm-cursor': { borderLeftColor: 'var(--gs-accent)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--gs-accent) 24%, transparent)',
    },
    '.cm-gutters': { backgroundColor: 'var(--gs-surface)', color: 'var(--gs-muted)', border: 'none' },
    '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--gs-text) 3%, transparent)' },
    '.cm-activeLineGutter': { backgroundColor: 'var(--gs-hover)', color: 'var(--gs-text)' },
    '.cm-tooltip': {
      backgroundColor: 'var(--gs-raised)',
      border: '1px solid var(--gs-line)',
      borderRadius: '6px',
      boxShadow: 'var(--gs-shadow)',
      overflow: 'hidden',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
      fontFamily: 'var(--mantine-font-family-monospace)',
      maxHeight: '240px',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--gs-selected)',
      color: 'var(--gs-text)',
    },
    '.cm-completionDetail': { color: 'var(--gs-muted)', fontStyle: 'normal' },
    '.cm-tooltip.cm-completionInfo': {
      padding: '8px 12px',
      fontFamily: 'var(--mantine-font-family)',
      maxWidth: '280px',
    },
    '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--gs-accent)' },
    '.cm-diagnostic': {
      padding: '4px 12px',
      fontFamily: 'var(--mantine-font-family)',
      whiteSpace: 'pre-wrap',
    },
    '.cm-diagnostic-error': { borderLeft: '3px solid var(--gs-bad)' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--gs-bad) 1px',
      textUnderlineOffset: '3px',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: token.tagName, color: 'var(--gs-accent)' },
      { tag: token.attributeName, color: 'var(--gs-good)' },
      { tag: [token.attributeValue, token.string], color: 'var(--gs-warn)' },
      { tag: [token.comment, token.processingInstruction], color: 'var(--gs-muted)', fontStyle: 'italic' },
      { tag: [token.angleBracket, token.definitionOperator], color: 'var(--gs-muted)' },
      { tag: token.invalid, color: 'var(--gs-bad)' },
    ]),
  ),
];
