/** Thai text: the form that names are compared in (the same as `graphmou/thai.py`), and years of both eras. */

import type { Language } from "./data";

export const BUDDHIST_ERA = 543;

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const BLANKS = new RegExp(`[${BLANK}]+`, "g");
const NOT_COMPARED = new RegExp(`[${BLANK}.\\-–—_/()\\[\\]“”"'‘’,:ฯ]+`, "g");
const AREA_NUMBER = /เขต(?=\p{Nd})/gu;
// A full stop, or no further letter, ends an abbreviation: สมศักดิ์ is a given name, not สมศ.
const ABBREVIATIONS: [RegExp, string][] = (
  [
    ["สพป", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"],
    ["สพม", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา"],
    ["สพฐ", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"],
    ["สมศ", "สำนักงานรับรองมาตรฐานและประเมินคุณภาพการศึกษา"],
  ] as const
).map(([short, full]) => [new RegExp(`${short}(?:\\.|(?![\u0e01-\u0e4e]))`, "g"), full]);
const SCHOOL = new RegExp(`(?<![\u0e01-\u0e4e])(?:ร\\.[${BLANK}]?ร\\.|รร\\.|ร\\.ร(?=[${BLANK}]))[${BLANK}]*`, "g");

/** `text` with Thai digits written as Arabic ones. */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** `text` in one spelling: composed, sara am in one character, no doubled sara e for sara ae, plain spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, "$1\u0e33")
    .replaceAll("\u0e40\u0e40", "\u0e41")
    .replace(BLANKS, " ")
    .replace(/^ | $/g, "");
}

/** The form in which names are compared and searched: as `graphmou.thai.search_key`. */
export function searchKey(text: string): string {
  let key = caseless(arabicDigits(fold(text))).replace(SCHOOL, "โรงเรียน");
  for (const [short, full] of ABBREVIATIONS) key = key.replace(short, full);
  key = key.replace(NOT_COMPARED, "");
  // The full name may hold its own abbreviation in brackets.
  for (const [, full] of ABBREVIATIONS) key = key.replaceAll(full + full, full);
  return key.replace(AREA_NUMBER, "");
}

/** Letters one by one, upper then lower: ß is ss and a final sigma is a sigma, as in Python's `casefold`. */
function caseless(text: string): string {
  return Array.from(text, (letter) => (letter === "ı" ? letter : letter.toUpperCase().toLowerCase())).join("");
}

/** A year as people of that language write it: the Buddhist era in Thai. */
export function shownYear(year: number, language: Language): string {
  return language === "th" ? `พ.ศ. ${year + BUDDHIST_ERA}` : String(year);
}
