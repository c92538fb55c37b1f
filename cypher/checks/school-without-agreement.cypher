/*
title: A school without an agreement
title_th: โรงเรียนที่ไม่มีข้อตกลง
description: None is recorded, neither of its own nor through a group it is a member of.
description_th: ไม่มีข้อตกลงที่บันทึกไว้ ทั้งของโรงเรียนเองและผ่านกลุ่มที่เป็นสมาชิก
severity: warning
message: "no agreement of {name} is recorded"
message_th: "{name} ไม่มีข้อตกลงที่บันทึกไว้"
next: "ask the school or its office what it signed"
next_th: "สอบถามโรงเรียนหรือสำนักงานว่าลงนามข้อตกลงใดบ้าง"
columns:
  documents: {title: Documents, title_th: เอกสาร, type: list}
*/
MATCH (s:School)
WHERE coalesce(s.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (s)-[r:SIGNED]->(:Agreement) WHERE coalesce(r.recorded_on, '') <= $as_of }
  AND NOT EXISTS {
    MATCH (s)-[m:MEMBER_OF]->(:Group)-[r:SIGNED]->(:Agreement)
    WHERE coalesce(m.recorded_on, '') <= $as_of AND coalesce(r.recorded_on, '') <= $as_of
  }
RETURN s.id AS id,
       coalesce(s.name, s.id) AS name,
       s.documents AS documents
ORDER BY id
