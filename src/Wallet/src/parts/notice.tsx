import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

type Tone = 'info' | 'success' | 'warning' | 'danger';

const icons: Record<Tone, IconName> = { info: 'shield', success: 'check', warning: 'warning', danger: 'cross' };

interface NoticeProps {
  tone: Tone;
  title?: string;
  /** Read out at once. */
  urgent?: boolean;
  id?: string;
  children?: ComponentChildren;
}

/** What happened, and what to do next. */
export function Notice({ tone, title, urgent = false, id, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={urgent ? 'alert' : undefined} data-testid={id}>
      <Icon name={icons[tone]} />
      <div>
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
