import { t } from '../../messages';
import classes from './create.module.css';
import { steps, type Step } from './search';

const labels: Record<Step, string> = {
  name: t('create.step.name'),
  import: t('create.step.import'),
  labeling: t('create.step.labeling'),
};

interface StepTabsProps {
  step: Step;
  onStep: (step: Step) => void;
}

/** The steps of the wizard, in any order. */
export function StepTabs({ step, onStep }: StepTabsProps) {
  return (
    <div role="tablist" aria-label={t('create.steps')} className={classes.tabs}>
      {steps.map((each, index) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === step}
          tabIndex={each === step ? 0 : -1}
          onClick={() => {
            onStep(each);
          }}
          onKeyDown={(event) => {
            const offset = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            const target = steps[index + offset];
            if (offset === 0 || target === undefined) return;
            onStep(target);
            const sibling =
              offset === 1 ? event.currentTarget.nextSibling : event.currentTarget.previousSibling;
            if (sibling instanceof HTMLElement) sibling.focus();
          }}
        >
          <span aria-hidden>{index + 1}</span>
          {labels[each]}
        </button>
      ))}
    </div>
  );
}
