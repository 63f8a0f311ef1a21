import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen that loads its code when it is first shown. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function LazyScreen(properties: P) {
    const [Screen, setScreen] = useState<ComponentType<P> | undefined>(() => loaded);
    useEffect(() => {
      if (Screen) return;
      void load().then(screen => {
        loaded = screen;
        setScreen(() => screen);
      });
    }, []);
    return Screen ? <Screen {...properties} /> : <main class="screen" aria-busy="true" />;
  };
}
