/*
title: Mentoring that is inferred, not stated
title_th: การเป็นพี่เลี้ยงที่อนุมาน ไม่ได้ระบุในเอกสาร
description: No document states it; it follows from the roles of the schools in a network or agreement.
description_th: ไม่มีเอกสารใดระบุ แต่อนุมานจากบทบาทในเครือข่ายหรือข้อตกลง
severity: info
message: "{name} is inferred"
message_th: "{name} เป็นการอนุมาน"
next: "ask the mentor; if a document states it, write basis: stated in the seed file"
next_th: "สอบถามโรงเรียนพี่เลี้ยง หากมีเอกสารระบุ ให้เขียน basis: stated ในไฟล์ข้อมูล"
columns:
  mentor_id: {title: Mentor, title_th: โรงเรียนพี่เลี้ยง}
  partner_id: {title: Partner, title_th: โรงเรียนร่วมพัฒนา}
*/
MATCH (m:School)-[r:MENTORS]->(p:School)
WHERE r.basis = 'inferred' AND coalesce(r.recorded_on, '') <= $as_of
RETURN coalesce(r.id, 'MENTORS ' + m.id + ' ' + p.id) AS id,
       coalesce(m.name, m.id) + ' → ' + coalesce(p.name, p.id) AS name,
       m.id AS mentor_id,
       p.id AS partner_id
ORDER BY id
