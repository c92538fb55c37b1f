/*
title: Documents
title_th: เอกสาร
description: Every loaded document, with how many agreements and how many entities of any kind it mentions.
description_th: เอกสารทั้งหมด พร้อมจำนวนข้อตกลงและจำนวนสิ่งที่กล่าวถึงทุกชนิด
columns:
  document_id: {title: Id, title_th: รหัส}
  title: {title: Document, title_th: เอกสาร}
  publisher: {title: Publisher, title_th: ผู้เผยแพร่}
  date: {title: Date, title_th: วันที่, type: date}
  agreements: {title: Agreements, title_th: ข้อตกลง, type: integer}
  entities: {title: Entities, title_th: สิ่งที่กล่าวถึง, type: integer}
  sha256: {title: SHA-256, title_th: SHA-256}
*/
MATCH (d:Document)
RETURN d.id AS document_id,
       d.name AS title,
       d.publisher AS publisher,
       d.date AS date,
       COUNT { (d)<-[:MENTIONED_IN]-(:Agreement) } AS agreements,
       COUNT { (d)<-[:MENTIONED_IN]-() } AS entities,
       d.sha256 AS sha256
ORDER BY document_id
