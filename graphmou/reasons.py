"""Why the system refused, in both languages: in English its own words, in Thai ours for what a user can meet."""

from __future__ import annotations

import errno

from graphmou.language import Text

__all__ = ["reason_of"]

_THAI = {
    errno.EACCES: "ไม่ได้รับสิทธิ์",
    errno.EADDRINUSE: "มีโปรแกรมอื่นใช้อยู่",
    errno.EADDRNOTAVAIL: "ไม่มีที่อยู่นี้ในเครื่อง",
    errno.EBUSY: "มีโปรแกรมอื่นใช้อยู่",
    errno.EEXIST: "มีอยู่แล้ว",
    errno.EFBIG: "ไฟล์มีขนาดใหญ่เกินไป",
    errno.EINVAL: "ระบบไม่รับค่านี้",
    errno.EIO: "อุปกรณ์จัดเก็บข้อมูลทำงานผิดพลาด",
    errno.EISDIR: "เป็นโฟลเดอร์",
    errno.ELOOP: "ลิงก์ชี้วนกันไม่สิ้นสุด",
    errno.EMFILE: "เปิดไฟล์พร้อมกันมากเกินไป",
    errno.ENAMETOOLONG: "ชื่อยาวเกินไป",
    errno.ENODEV: "ไม่มีอุปกรณ์นี้",
    errno.ENOENT: "ไม่พบไฟล์หรือโฟลเดอร์",
    errno.ENOLCK: "ระบบไม่รองรับการล็อกไฟล์ที่นี่",
    errno.ENOSPC: "ไม่มีเนื้อที่ว่างเหลือ",
    errno.ENOTDIR: "ไม่ใช่โฟลเดอร์",
    errno.ENOTEMPTY: "โฟลเดอร์ไม่ว่าง",
    errno.ENXIO: "ไม่มีอุปกรณ์นี้",
    errno.EPERM: "ระบบไม่อนุญาต",
    errno.EROFS: "อ่านได้อย่างเดียว",
    errno.ETXTBSY: "มีโปรแกรมอื่นใช้อยู่",
    errno.EXDEV: "อยู่คนละดิสก์",
}


def reason_of(error: Exception) -> Text:
    """What the system says about an error; in Thai the same, or its own words where we have none."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Text(said, _THAI.get(error.errno or 0, said) if isinstance(error, OSError) else said)
