/*
title: An agreement with fewer than two parties
title_th: ข้อตกลงที่มีคู่ความร่วมมือไม่ถึงสองฝ่าย
severity: error
message: "{name} has {parties} recorded parties of at least 2"
message_th: "{name} บันทึกคู่ความร่วมมือไว้ {parties} ฝ่าย แต่ข้อตกลงต้องมีอย่างน้อย 2 ฝ่าย"
next: "find out who signed it, and add the parties to its seed file"
next_th: "สอบถามว่าใครลงนาม แล้วเพิ่มในไฟล์ข้อมูล"
columns:
  parties: {title: Parties, title_th: คู่ความร่วมมือ, type: integer}
*/
MATCH (a:Agreement)
WHERE coalesce(a.recorded_on, '') <= $as_of
WITH a, COUNT {
  MATCH (a)<-[r:SIGNED]-(p:School|Office|Group|Organisation)
  WHERE coalesce(r.recorded_on, '') <= $as_of
  RETURN DISTINCT p
} AS parties
WHERE parties < 2
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name,
       parties AS parties
ORDER BY id
