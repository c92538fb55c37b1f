/*
title: One name in several spellings
title_th: ชื่อเดียวกันสะกดหลายแบบ
description: Other spellings found in documents. Aliases and abbreviations are none.
description_th: รูปสะกดอื่นที่พบในเอกสาร ไม่รวมชื่ออื่นและคำย่อ
severity: warning
message: "{name} is also written {variants}"
message_th: "{name} สะกดอีกแบบว่า {variants}"
next: "find out which spelling is right: graphmou query evidence-of -p entity=ID"
next_th: "ตรวจสอบว่าสะกดแบบใดถูก: graphmou query evidence-of -p entity=รหัส"
columns:
  variants: {title: Other spellings, title_th: รูปสะกดอื่น, type: list}
  documents: {title: Documents, title_th: เอกสาร, type: list}
*/
MATCH (n:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement)
WHERE size(n.variants) > 0 AND coalesce(n.recorded_on, '') <= $as_of
RETURN n.id AS id,
       coalesce(n.name, n.id) AS name,
       n.variants AS variants,
       n.documents AS documents
ORDER BY id
