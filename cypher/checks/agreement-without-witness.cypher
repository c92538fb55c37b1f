/*
title: An agreement without a named witness
title_th: ข้อตกลงที่ไม่ระบุชื่อพยาน
severity: info
message: "{name} names no witness"
message_th: "{name} ไม่ระบุชื่อพยาน"
next: "ask a party who witnessed it: graphmou query parties-of -p agreement=ID"
next_th: "สอบถามคู่ความร่วมมือว่าใครเป็นพยาน: graphmou query parties-of -p agreement=รหัส"
*/
MATCH (a:Agreement)
WHERE coalesce(a.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (a)<-[r:WITNESSED]-(:Person) WHERE coalesce(r.recorded_on, '') <= $as_of }
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name
ORDER BY id
