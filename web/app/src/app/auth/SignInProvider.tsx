import { api } from '@goldset/api';
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { SignInDialog } from './SignInDialog';

/** Asks the user to sign in over the current screen; resolves to whether they did. */
export type SignIn = () => Promise<boolean>;

const SignInContext = createContext<SignIn | undefined>(undefined);

/** The way to ask for a sign-in by hand; requests through `api` that meet an ended session ask by themselves. */
export function useSignIn(): SignIn {
  const signIn = use(SignInContext);
  if (signIn === undefined) throw new Error('useSignIn() needs a SignInProvider above it.');
  return signIn;
}

/** Keeps the screen when the session ends: shows a sign-in dialog over it, then lets the waiting requests go on. */
export function SignInProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  // One question for all requests that fail together.
  const pending = useRef<{ promise: Promise<boolean>; resolve: (signedIn: boolean) => void } | null>(null);

  const signIn = useCallback<SignIn>(() => {
    if (pending.current === null) {
      let resolve: (signedIn: boolean) => void = () => undefined;
      const promise = new Promise<boolean>((settle) => {
        resolve = settle;
      });
      pending.current = { promise, resolve };
      setOpen(true);
    }
    return pending.current.promise;
  }, []);

  const finish = useCallback((signedIn: boolean) => {
    setOpen(false);
    pending.current?.resolve(signedIn);
    pending.current = null;
  }, []);

  useEffect(() => api.onAuthExpired(signIn), [signIn]);

  return (
    <SignInContext value={signIn}>
      {children}
      <SignInDialog opened={open} onFinish={finish} />
    </SignInContext>
  );
}
