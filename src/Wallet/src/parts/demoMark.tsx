import { useTexts } from './useTexts';

/** Stands beside everything that is only a demonstration. */
export function DemoMark() {
  return <> <span class="demo-mark">{useTexts().demo}</span></>;
}
