/** Enough for a QR code on a screen, small enough for old phones. */
const longestSide = 1000;

/** The pixels of a video frame or an image, made smaller when large. */
export function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The pixels of a chosen file; undefined when it is no picture. */
export async function pixelsOfFile(file: File): Promise<ImageData | undefined> {
  try {
    const bitmap = await createImageBitmap(file);
    return pixelsOf(bitmap, bitmap.width, bitmap.height);
  } catch {
    return undefined;
  }
}
