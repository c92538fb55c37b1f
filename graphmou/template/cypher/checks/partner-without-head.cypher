/*
title: A partner school without a known head
title_th: โรงเรียนร่วมพัฒนาที่ไม่ทราบชื่อผู้อำนวยการ
description: A check of your own; each row is a gap.
description_th: การตรวจของท่านเอง แต่ละแถวคือสิ่งที่ขาด
severity: info
message: "the head of {name} is not known; it is mentored by {mentor}"
message_th: "ไม่ทราบชื่อผู้อำนวยการของ{name} ซึ่งมี{mentor}เป็นพี่เลี้ยง"
next: "ask the school, and add the person under `people:` in the seed file"
next_th: "สอบถามโรงเรียน แล้วเพิ่มชื่อใต้ `people:` ในไฟล์ข้อมูล"
columns:
  mentor: {title: Mentor, title_th: โรงเรียนพี่เลี้ยง}
*/
MATCH (s:School)<-[:MENTORS]-(m:School)
WHERE coalesce(s.recorded_on, '') <= $as_of
  AND NOT EXISTS { (s)<-[:HOLDS {status: 'current'}]-(:Person) }
WITH s, min(coalesce(m.name, m.id)) AS mentor
RETURN s.id AS id,
       coalesce(s.name, s.id) AS name,
       mentor AS mentor
ORDER BY id
