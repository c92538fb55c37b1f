/*
title: Mentoring that rests on no recorded agreement
title_th: การเป็นพี่เลี้ยงที่ไม่มีข้อตกลงรองรับ
severity: warning
message: "{name} rests on no recorded agreement"
message_th: "{name} ไม่มีข้อตกลงที่บันทึกไว้รองรับ"
next: "ask the mentor for the agreement"
next_th: "สอบถามข้อตกลงจากโรงเรียนพี่เลี้ยง"
columns:
  mentor_id: {title: Mentor, title_th: โรงเรียนพี่เลี้ยง}
  partner_id: {title: Partner, title_th: โรงเรียนร่วมพัฒนา}
*/
MATCH (m:School)-[r:MENTORS]->(p:School)
WHERE coalesce(r.recorded_on, '') <= $as_of
WITH m, r, p
OPTIONAL MATCH (a:Agreement {id: coalesce(r.agreement, '')})
WHERE coalesce(a.recorded_on, '') <= $as_of
WITH m, r, p, a
WHERE a IS NULL
RETURN coalesce(r.id, 'MENTORS ' + m.id + ' ' + p.id) AS id,
       coalesce(m.name, m.id) + ' → ' + coalesce(p.name, p.id) AS name,
       m.id AS mentor_id,
       p.id AS partner_id
ORDER BY id
