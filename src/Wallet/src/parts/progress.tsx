import { useAnnouncement } from './announcer';

/** Long work, said in words. */
export function Progress({ text }: { text: string }) {
  useAnnouncement(text);
  return (
    <div class="progress" data-testid="progress">
      <span class="spinner" aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}
