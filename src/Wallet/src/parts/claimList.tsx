import type { ComponentChild } from 'preact';
import type { Phrase } from '../texts/languages';
import { DemoMark } from './demoMark';
import { Words } from './words';

export interface ClaimLine {
  label: Phrase;
  value?: ComponentChild;
  /** A word beside the label. */
  mark?: string | undefined;
  demo?: boolean;
}

/** Data, each with its name. Without values: what a card will hold. */
export function ClaimList({ lines, id }: { lines: ClaimLine[]; id: string }) {
  if (lines.every(line => line.value === undefined)) {
    return <ul class="claim-names" data-testid={id}>{lines.map(line => <li key={line.label.text}><Words of={line.label} /></li>)}</ul>;
  }
  return (
    <dl class="claims" data-testid={id}>
      {lines.map(line => (
        <div key={line.label.text}>
          <dt><Words of={line.label} />{line.mark && <span class="mark"> {line.mark}</span>}</dt>
          <dd><bdi>{line.value}</bdi>{line.demo && <DemoMark />}</dd>
        </div>
      ))}
    </dl>
  );
}
