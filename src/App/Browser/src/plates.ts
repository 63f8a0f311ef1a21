/** FZV § 9 and § 10, as the server reads them (LicensePlate); the same vectors test both. */
const rest = String.raw`([1-9][0-9]{0,3})\s*([EH])?(?:\s*\(?([0-9]{2})\s*[-–/]\s*([0-9]{2})\)?)?$`;
const apart = new RegExp(String.raw`^([A-ZÄÖÜ]{1,3})[\s\-–:·.]+([A-Z]{1,2})[\s\-–]*` + rest);
const together = new RegExp(String.raw`^([A-ZÄÖÜ]{2,5})\s*` + rest);
const longestInput = 24;
const mostCharacters = 8;

/** A reading of what was typed. */
export interface Reading {
  /** What makes two plates the same: `GE-AB123`. */
  readonly key: string;
  /** As it stands on the car: `GE-AB 123`. */
  readonly shown: string;
}

/** Every plate that the text can mean, known districts first; none when it has not the form of a plate. */
export function readings(written: string, knownDistricts: readonly string[]): Reading[] {
  if (written.length > longestInput) return [];
  const text = written.normalize('NFC').trim().replace(/[a-zäöü]/g, letter => letter.toUpperCase());
  const parts = apart.exec(text);
  if (parts) return plate(parts[1], parts[2], parts.slice(3));
  const run = together.exec(text);
  if (!run?.[1] || knownDistricts.includes(run[1])) return [];
  const letters = run[1];
  const all = [1, 2, 3]
    .filter(length => letters.length - length === 1 || letters.length - length === 2)
    .map(length => ({ district: letters.slice(0, length), found: plate(letters.slice(0, length), letters.slice(length), run.slice(2)) }))
    .filter(({ found }) => found.length > 0);
  const known = all.filter(({ district }) => knownDistricts.includes(district));
  return [...known, ...all.filter(reading => !known.includes(reading))].flatMap(({ found }) => found);
}

function plate(district = '', letters = '', [number = '', suffix = '', from, to]: (string | undefined)[]): Reading[] {
  const season = [from, to].every(month => month === undefined || (Number(month) >= 1 && Number(month) <= 12));
  const fits = /^[A-Z]+$/.test(letters) && district.length + letters.length + number.length + suffix.length <= mostCharacters;
  return season && fits ? [{ key: `${district}-${letters}${number}${suffix}`, shown: `${district}-${letters} ${number}${suffix}` }] : [];
}
