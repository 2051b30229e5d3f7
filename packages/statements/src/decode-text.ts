// Bytes of a text file to text. Banks write UTF-8, Windows-1252 and UTF-16, and seldom say which; what is no valid UTF-8 is Windows-1252, since
// every byte is something there.
export type TextEncodingName = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const SAMPLE_BYTES = 4_096;

export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): TextEncodingName {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = zerosByPlace(bytes.subarray(0, SAMPLE_BYTES));
  if (zeros) return zeros;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252'; // Not an error: older exports are written so.
  }
}

// Latin text in UTF-16 without a mark has a zero in every other byte.
function zerosByPlace(sample: Uint8Array): TextEncodingName | null {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const enough = sample.length / 4;
  if (sample.length < 4) return null;
  if (zeros[1]! > enough && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > enough && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  return null;
}
