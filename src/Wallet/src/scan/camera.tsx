import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../parts/notice';
import { useTexts } from '../parts/useTexts';
import type { Decoder } from './decoder';
import { pixelsOf } from './pictures';

type CameraState = 'starting' | 'on' | 'denied' | 'missing';

/** Shows what the camera sees and calls `onText` for each QR code; stops when it leaves the screen. */
export function Camera({ decoder, onText }: { decoder: Decoder; onText: (text: string) => void }) {
  const t = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  useCamera(video, setState);
  useEffect(() => (state === 'on' ? watch(video.current, decoder, onText) : undefined), [state]);

  if (state === 'denied' || state === 'missing') {
    return <Notice tone="warning" urgent id="camera-problem"><p>{state === 'denied' ? t.scan.cameraDenied : t.scan.cameraMissing}</p></Notice>;
  }
  return (
    <div class="viewfinder">
      <video ref={video} muted playsInline aria-label={t.scan.hint} data-testid="camera" data-state={state} />
      <span class="viewfinder-frame" aria-hidden="true" />
      <p role="status">{state === 'on' ? t.scan.hint : t.scan.starting}</p>
    </div>
  );
}

function useCamera(video: { current: HTMLVideoElement | null }, onState: (state: CameraState) => void): void {
  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const stop = () => stream?.getTracks().forEach(track => track.stop());

    async function start(): Promise<void> {
      if (!navigator.mediaDevices) return onState('missing');
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
        if (left || !video.current) return stop();
        video.current.srcObject = stream;
        await video.current.play();
        onState('on');
      } catch (error) {
        if (!left) onState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing');
      }
    }

    void start();
    return () => {
      left = true;
      stop();
    };
  }, []);
}

const pause = 120;

// One frame after the other: the next is taken when the last is read.
function watch(video: HTMLVideoElement | null, decoder: Decoder, onText: (text: string) => void): (() => void) | undefined {
  if (!video) return undefined;
  const element = video;
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function look(): Promise<void> {
    const picture = pixelsOf(element, element.videoWidth, element.videoHeight);
    const text = picture && (await decoder.decode(picture));
    if (stopped) return;
    if (text) onText(text);
    timer = setTimeout(() => void look(), pause);
  }

  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
