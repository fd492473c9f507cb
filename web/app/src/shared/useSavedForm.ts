import { ApiError } from '@goldset/api';
import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { describe } from '../app/errors/describe';

interface SavedFormOptions<Values extends object> {
  /** What the server has. */
  saved: Values;
  /** Stores the fields that changed. */
  save: (changed: NoInfer<Partial<Values>>) => Promise<unknown>;
  validate?: UseFormInput<Values>['validate'];
}

/** A form over values the server keeps, and how its saving stands. */
export interface SavedForm<Values extends object> {
  form: UseFormReturnType<Values>;
  dirty: boolean;
  saving: boolean;
  /** Saved a moment ago. */
  justSaved: boolean;
  /** Why saving failed, where no field says so. */
  problem: string | undefined;
  /** Resolves to whether everything is saved. */
  submit: () => Promise<boolean>;
  discard: () => void;
}

/** Keeps a form's fields, what is different from the server's, and the server's refusals at their fields. */
export function useSavedForm<Values extends object>({
  saved,
  save,
  validate,
}: SavedFormOptions<Values>): SavedForm<Values> {
  const form = useForm<Values>({ initialValues: saved, ...(validate && { validate }) });
  const [problem, setProblem] = useState<string>();
  const mutation = useMutation({ mutationFn: save, meta: { showsError: true } });
  const dirty = form.isDirty();

  // A newer state from the server replaces fields nobody has touched.
  const savedText = JSON.stringify(saved);
  const [loadedText, setLoadedText] = useState(savedText);
  if (savedText !== loadedText) {
    setLoadedText(savedText);
    form.setInitialValues(saved);
    if (!dirty) form.setValues(saved);
  }

  const { isSuccess, reset } = mutation;
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(reset, 2500);
    return () => {
      clearTimeout(timer);
    };
  }, [isSuccess, reset]);

  async function submit(): Promise<boolean> {
    if (form.validate().hasErrors) return false;
    const values = form.getValues();
    const changed = Object.fromEntries(
      Object.entries(values).filter(([field]) => form.isDirty(field)),
    ) as Partial<Values>;
    setProblem(undefined);
    try {
      await mutation.mutateAsync(changed);
      form.setInitialValues(values);
      form.resetDirty();
      return true;
    } catch (error) {
      setProblem(showAtFields(error));
      return false;
    }
  }

  function showAtFields(error: unknown): string | undefined {
    if (!(error instanceof ApiError) || error.messages.length === 0) return describe(error);
    const known = Object.entries(error.validationErrors).filter(([field]) => field in saved);
    form.setErrors(Object.fromEntries(known.map(([field, messages]) => [field, messages.join(' ')])));
    const rest = Object.entries(error.validationErrors).filter(([field]) => !(field in saved));
    return rest.length === 0 ? undefined : rest.flatMap(([, messages]) => messages).join('\n');
  }

  return {
    form,
    dirty,
    saving: mutation.isPending,
    justSaved: isSuccess && !dirty,
    problem,
    submit,
    discard: () => {
      form.setValues(saved);
      form.clearErrors();
      setProblem(undefined);
    },
  };
}
