/*
title: An agreement without a named witness
title_th: ข้อตกลงที่ไม่ระบุชื่อพยาน
severity: info
message: "{name} names no witness"
message_th: "{name} ไม่ระบุชื่อพยาน"
next: "ask a party of {id} who witnessed it"
next_th: "สอบถามคู่ความร่วมมือของ {id} ว่าใครเป็นพยาน"
*/
MATCH (a:Agreement)
WHERE coalesce(a.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (a)<-[r:WITNESSED]-(:Person) WHERE coalesce(r.recorded_on, '') <= $as_of }
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name
ORDER BY id
