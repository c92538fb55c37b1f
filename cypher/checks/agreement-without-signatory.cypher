/*
title: An agreement without a named signatory
title_th: ข้อตกลงที่ไม่ระบุชื่อผู้ลงนาม
severity: info
message: "{name} names no person who signed"
message_th: "{name} ไม่ระบุชื่อผู้ลงนาม"
next: "ask a party who signed: graphmou query parties-of -p agreement=ID"
next_th: "สอบถามคู่ความร่วมมือว่าใครลงนาม: graphmou query parties-of -p agreement=รหัส"
*/
MATCH (a:Agreement)
WHERE coalesce(a.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (a)<-[r:SIGNED_FOR]-(:Person) WHERE coalesce(r.recorded_on, '') <= $as_of }
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name
ORDER BY id
