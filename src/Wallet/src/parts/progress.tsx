/** Long work, said in words. */
export function Progress({ text }: { text: string }) {
  return (
    <div class="progress" role="status" data-testid="progress">
      <span class="spinner" aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}
