import { useEffect, useState } from 'preact/hooks';

let say: ((text: string) => void) | undefined;

/** Says what goes on to those who do not see it, for as long as the calling part is on the screen. */
export function useAnnouncement(text: string): void {
  useEffect(() => {
    say?.(text);
    return () => say?.('');
  }, [text]);
}

/** The one live region. It stands on the page before anything is said: many screen readers miss a region that comes with its words. */
export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    say = setText;
    return () => void (say = undefined);
  }, []);
  return <p class="visually-hidden" role="status" data-testid="announcer">{text}</p>;
}
