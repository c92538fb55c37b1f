/*
title: A school without an office
title_th: โรงเรียนที่ไม่ทราบต้นสังกัด
severity: info
message: "the office of {name} is not recorded"
message_th: "ไม่ได้บันทึกสำนักงานต้นสังกัดของ{name}"
next: "look up its office, and write it under `under:` in the seed file"
next_th: "ค้นหาสำนักงานต้นสังกัด แล้วเขียนที่ `under:` ในไฟล์ข้อมูล"
*/
MATCH (s:School)
WHERE coalesce(s.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (s)-[r:UNDER]->(:Office) WHERE coalesce(r.recorded_on, '') <= $as_of }
RETURN s.id AS id,
       coalesce(s.name, s.id) AS name
ORDER BY id
