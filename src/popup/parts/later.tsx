import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Frame } from './frame.tsx';
import { useOpened } from './use-opened.ts';

/** A screen whose code is fetched when it is first shown: the popup opens without it. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Screen, setScreen] = useState<{ readonly shown: ComponentType<Props> | null }>({
      shown: loaded,
    });
    useOpened(() => {
      if (loaded !== null) return;
      void load().then((screen) => {
        loaded = screen;
        setScreen({ shown: screen });
      });
    });
    const Shown = Screen.shown;
    return Shown === null ? <Frame>{null}</Frame> : <Shown {...props} />;
  };
}
