import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

// The decoder comes from our own host; the package would fetch it from elsewhere.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

addEventListener('message', async (event: MessageEvent<ImageData>) => {
  const [code] = await readBarcodes(event.data, { formats: ['QRCode'], maxNumberOfSymbols: 1, tryHarder: true });
  postMessage(code?.isValid ? code.text : '');
});
