/*
title: A school without a known head
title_th: โรงเรียนที่ไม่ทราบผู้บริหาร
description: No current or acting director or head teacher is known, or a later document calls them former.
description_th: ไม่ทราบผู้อำนวยการหรือครูใหญ่ที่ดำรงตำแหน่งหรือรักษาการ
severity: info
message: "the head of {name} is not known"
message_th: "ไม่ทราบผู้บริหารของ{name}"
next: "ask the school or its office who leads it"
next_th: "สอบถามโรงเรียนหรือสำนักงานว่าใครเป็นผู้บริหาร"
*/
MATCH (s:School)
WHERE coalesce(s.recorded_on, '') <= $as_of
  AND NOT EXISTS {
    MATCH (s)<-[h:HOLDS]-(p:Person)
    WHERE h.status IN ['current', 'acting']
      AND coalesce(h.recorded_on, '') <= $as_of
      AND (h.title CONTAINS 'ผู้อำนวยการ' OR h.title CONTAINS 'ผอ.' OR h.title CONTAINS 'ครูใหญ่')
      AND NOT (h.title STARTS WITH 'รอง' OR h.title CONTAINS 'รองผู้อำนวยการ' OR h.title CONTAINS 'รอง ผอ.'
               OR h.title CONTAINS 'รองผอ.' OR h.title CONTAINS 'ผู้ช่วยผู้อำนวยการ' OR h.title STARTS WITH 'ผู้ช่วย'
               OR h.title STARTS WITH 'อดีต' OR h.title CONTAINS 'ผู้อำนวยการกลุ่ม')
      AND NOT EXISTS {
        MATCH (p)-[later:HOLDS {status: 'former'}]->(s)
        WHERE later.title = h.title AND later.known_on > h.known_on AND coalesce(later.recorded_on, '') <= $as_of
      }
  }
RETURN s.id AS id,
       coalesce(s.name, s.id) AS name
ORDER BY id
