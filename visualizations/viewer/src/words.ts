/** What the page itself says, in both languages. Words of the data come with the data. */

import type { Language, Text } from "./data";

const WORDS = {
  search: { th: "ค้นหาโรงเรียน สำนักงาน บุคคล…", en: "Search schools, offices, people…" },
  searchLabel: { th: "ค้นหา", en: "Search" },
  noHits: { th: "ไม่พบรายการที่ตรงกับคำค้น", en: "Nothing matches" },
  hits: { th: "พบ {n} รายการ กด Enter เพื่อดูทีละรายการ", en: "{n} found. Enter shows one after the other" },
  hitOf: { th: "รายการที่ {n} จาก {of}", en: "{n} of {of}" },
  filters: { th: "ตัวกรอง", en: "Filters" },
  list: { th: "รายการ", en: "List" },
  sources: { th: "แหล่งข้อมูล", en: "Sources" },
  menu: { th: "บันทึก", en: "Save" },
  story: { th: "เล่าเรื่อง", en: "Story" },
  light: { th: "ใช้พื้นสว่าง", en: "Light colours" },
  dark: { th: "ใช้พื้นมืด", en: "Dark colours" },
  otherLanguage: { th: "English", en: "ไทย" },
  switchLanguage: { th: "Show in English", en: "แสดงเป็นภาษาไทย" },
  close: { th: "ปิด", en: "Close" },
  zoomIn: { th: "ขยาย", en: "Zoom in" },
  zoomOut: { th: "ย่อ", en: "Zoom out" },
  fit: { th: "แสดงทั้งภาพ", en: "Show everything" },
  picture: {
    th: "ภาพเครือข่าย ลากพื้นเพื่อเลื่อน หมุนล้อเมาส์เพื่อย่อหรือขยาย ลากสัญลักษณ์เพื่อปักไว้ที่ใหม่ ทุกรายการอยู่ในปุ่มรายการด้วย",
    en: "Picture of the network. Drag the ground to move, scroll to zoom, drag a symbol to pin it elsewhere. Everything is in the list too.",
  },
  kinds: { th: "ประเภท", en: "Kinds" },
  relationships: { th: "ความสัมพันธ์", en: "Relationships" },
  office: { th: "หน่วยงาน", en: "Office" },
  allOffices: { th: "ทุกหน่วยงาน", en: "All offices" },
  basis: { th: "ที่มาของความสัมพันธ์", en: "Basis of relationships" },
  stated: { th: "เอกสารระบุไว้", en: "Stated in a document" },
  inferred: { th: "อนุมานจากเอกสาร", en: "Inferred from a document" },
  show: { th: "การแสดงผล", en: "Shown" },
  ghosts: { th: "สิ่งที่ประกาศแต่ไม่ระบุชื่อ", en: "Declared but not named" },
  gaps: { th: "เครื่องหมายสิ่งที่ขาด", en: "Marks of gaps" },
  dashes: { th: "เส้นประของสิ่งที่อนุมาน", en: "Dashes for what is inferred" },
  fading: { th: "สีจางของสิ่งที่สิ้นสุดแล้ว", en: "Fading of what has ended" },
  reset: { th: "ล้างตัวกรอง", en: "Clear filters" },
  all: { th: "ทั้งหมด", en: "All" },
  none: { th: "ไม่เลือก", en: "None" },
  year: { th: "ข้อมูลในปี", en: "As of" },
  everyYear: { th: "ทุกปี", en: "All years" },
  details: { th: "รายละเอียด", en: "Details" },
  evidence: { th: "หลักฐานจากเอกสาร", en: "Evidence" },
  gapsFound: { th: "สิ่งที่ขาด", en: "Gaps" },
  connections: { th: "ความสัมพันธ์", en: "Relationships" },
  reach: { th: "เน้นในระยะ", en: "Highlight within" },
  hop: { th: "{n} ช่วง", en: "{n}" },
  hopTitle: { th: "เน้นสิ่งที่เชื่อมโยงภายใน {n} ช่วง", en: "Highlight everything within {n} relationships" },
  pathFrom: { th: "หาเส้นทางจากที่นี่", en: "Path from here" },
  pathTo: { th: "หาเส้นทางมาที่นี่", en: "Path to here" },
  pathPick: {
    th: "เลือกปลายทาง: คลิกในภาพ ค้นหา หรือเลือกจากรายการ",
    en: "Choose where it ends: click in the picture, search, or use the list",
  },
  path: { th: "เส้นทาง", en: "Path" },
  pathLength: { th: "{n} ช่วง", en: "{n} relationships" },
  noPath: { th: "ไม่มีเส้นทางเชื่อมระหว่างสองรายการนี้ในสิ่งที่แสดงอยู่", en: "Nothing that is shown joins these two" },
  unpin: { th: "คืนตำแหน่งเดิม", en: "Put back" },
  unpinAll: { th: "คืนตำแหน่งเดิมทั้งหมด ({n})", en: "Put all back ({n})" },
  pinned: { th: "ปักไว้ที่ตำแหน่งใหม่", en: "Pinned in a new place" },
  hiddenNow: { th: "รายการนี้ถูกตัวกรองซ่อนอยู่", en: "A filter hides this now" },
  showIt: { th: "ล้างตัวกรองแล้วแสดง", en: "Clear filters and show" },
  saveSvg: { th: "ภาพเวกเตอร์ (SVG)", en: "Vector picture (SVG)" },
  savePng: { th: "ภาพ (PNG)", en: "Picture (PNG)" },
  print: { th: "พิมพ์", en: "Print" },
  copyLink: { th: "คัดลอกลิงก์ของมุมมองนี้", en: "Copy a link to this view" },
  copied: { th: "คัดลอกลิงก์แล้ว", en: "The link is copied" },
  notCopied: { th: "ลิงก์อยู่ในช่องที่อยู่ของเบราว์เซอร์", en: "The link is in the browser's address bar" },
  saved: { th: "บันทึกไฟล์ {name} แล้ว", en: "Saved as {name}" },
  next: { th: "ถัดไป", en: "Next" },
  previous: { th: "ก่อนหน้า", en: "Previous" },
  stepOf: { th: "{n} / {of}", en: "{n} / {of}" },
  legend: { th: "สัญลักษณ์", en: "Legend" },
  shownCount: { th: "แสดง {n} จาก {of} รายการ", en: "{n} of {of} shown" },
  networks: { th: "เครือข่าย {n} กลุ่ม คลิกกลุ่มเพื่อดูข้างใน", en: "{n} networks. Click one to look inside" },
  whole: { th: "แสดงทุกรายการ", en: "Show the whole" },
  folded: { th: "แสดงเป็นกลุ่มเครือข่าย", en: "Show as networks" },
  opened: { th: "เปิดเครือข่าย {name}", en: "Opened network {name}" },
  members: { th: "{n} รายการ", en: "{n} nodes" },
  selected: { th: "เลือก {name}", en: "Selected {name}" },
  emptyPicture: { th: "ไม่มีสิ่งใดตรงกับตัวกรอง", en: "Nothing passes the filters" },
  unnamed: { th: "ประกาศไว้ {n} รายการ แต่ไม่ระบุชื่อ", en: "{n} declared, none named" },
  document: { th: "เอกสาร", en: "Document" },
  characters: { th: "อักขระที่ {from}–{to}", en: "characters {from}–{to}" },
} satisfies Record<string, Text>;

export type Word = keyof typeof WORDS;

/** One of our words, with `{name}` filled in. */
export function say(language: Language, word: Word, values: Record<string, string | number> = {}): string {
  return WORDS[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** Both languages of a word, for what is listed together with texts of the data. */
export function both(word: Word): Text {
  return WORDS[word];
}
