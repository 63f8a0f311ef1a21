import { Component, type ComponentChildren } from 'preact';
import { traceOf } from '../crash';
import { crashed, useWallet } from '../wallet';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** Shows instead of a screen that could not be drawn that something broke off, and nothing of what stood on it. */
export class CrashBoundary extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown): void {
    console.error(traceOf(error));
    this.setState({ broken: true });
    crashed();
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}

/** A step broke off: what that means, and the way on. */
export function Crashed() {
  const t = useTexts();
  const { broken } = useWallet();
  if (!broken) return null;
  return (
    <aside class="crashed">
      <Notice tone="danger" title={t.safety.crashTitle} urgent id="crashed"><p>{t.safety.crashText}</p></Notice>
      <button type="button" class="button" onClick={() => location.replace('/')} data-testid="reload">{t.safety.reload}</button>
    </aside>
  );
}
