import { useEffect, useState } from 'preact/hooks';
import { deviceKind } from '../loss/device';
import { useTexts } from '../parts/useTexts';
import { follow } from '../routes';
import { keepDeviceName, openDeviceName } from '../storage/losses';
import { openPendingRegistration, openRegistration } from '../storage/registration';
import { openDataKey, requireDataKey, useWallet } from '../wallet';

type Code = 'none' | 'waits' | 'counts';

/** This device: its name, and the emergency code that ends it alone. */
export function LossSettings() {
  const t = useTexts();
  const { lock } = useWallet();
  const [code, setCode] = useState<Code>();
  useEffect(() => {
    const key = openDataKey();
    if (key) void stateOfCode(key).then(setCode);
    else setCode(undefined);
  }, [lock]);
  if (code === undefined) return null;
  return (
    <section class="panel" data-testid="loss-settings">
      <h2>{t.loss.settingsTitle}</h2>
      <DeviceName />
      <p data-testid="code-state" data-state={code}>{t.loss.codeState[code]}</p>
      <a class="button secondary" href="/emergency-code" onClick={event => follow(event, '/emergency-code')} data-testid="to-emergency">
        {code === 'none' ? t.loss.remindAction : t.loss.newCode}
      </a>
      <a class="button secondary" href="/restore" onClick={event => follow(event, '/restore')} data-testid="to-restore">{t.loss.lostOther}</a>
      <a class="button secondary" href="/move" onClick={event => follow(event, '/move')} data-testid="to-move">{t.move.title}</a>
    </section>
  );
}

async function stateOfCode(dataKey: CryptoKey): Promise<Code> {
  const pending = await openPendingRegistration(dataKey);
  if (pending?.listKey !== undefined) return 'waits';
  return (await openRegistration(dataKey))?.listKey === undefined ? 'none' : 'counts';
}

function DeviceName() {
  const t = useTexts();
  const usual = t.loss.devices[deviceKind(navigator.userAgent)];
  const [name, setName] = useState(usual);
  useEffect(() => {
    const key = openDataKey();
    if (key) void openDeviceName(key).then(kept => setName(kept ?? usual));
  }, []);
  return (
    <label class="field">
      <span>{t.loss.deviceName}</span>
      <small id="device-hint">{t.loss.deviceHint}</small>
      <input
        class="words" data-testid="device-name" maxLength={40} value={name} aria-describedby="device-hint" autocomplete="off"
        onInput={event => setName(event.currentTarget.value)} onChange={event => void keepDeviceName(requireDataKey(), event.currentTarget.value.trim() || usual)}
      />
    </label>
  );
}
