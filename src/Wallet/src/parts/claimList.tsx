import { DemoMark } from './demoMark';

export interface ClaimLine {
  label: string;
  value?: string;
  /** A word beside the label. */
  mark?: string | undefined;
  demo?: boolean;
}

/** Data, each with its name. Without values: what a card will hold. */
export function ClaimList({ lines, id }: { lines: ClaimLine[]; id: string }) {
  if (lines.every(line => line.value === undefined)) {
    return <ul class="claim-names" data-testid={id}>{lines.map(line => <li key={line.label}>{line.label}</li>)}</ul>;
  }
  return (
    <dl class="claims" data-testid={id}>
      {lines.map(line => (
        <div key={line.label}>
          <dt>{line.label}{line.mark && <span class="mark"> {line.mark}</span>}</dt>
          <dd>{line.value}{line.demo && <DemoMark />}</dd>
        </div>
      ))}
    </dl>
  );
}
