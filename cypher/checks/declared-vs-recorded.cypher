/*
title: A declared number differs from what is recorded
title_th: จำนวนที่ประกาศไม่ตรงกับที่บันทึกไว้
description: >-
  Partners are compared with whom the lead mentors, members with MEMBER_OF, schools with MEMBER_OF or ATTENDED,
  agreements with those signed there.
description_th: >-
  เทียบโรงเรียนร่วมพัฒนากับที่แกนนำเป็นพี่เลี้ยง สมาชิกกับที่บันทึกในกลุ่ม โรงเรียนกับสมาชิกหรือผู้เข้าร่วม และข้อตกลงกับที่ลงนาม
severity: error
message: "{name}: {what} announced {declared}, recorded {recorded}"
message_th: "{name}: ประกาศ{what} {declared} แต่บันทึกไว้ {recorded}"
next: "ask for their names, and add them to the seed file of the document"
next_th: "สอบถามรายชื่อ แล้วเพิ่มในไฟล์ข้อมูลของเอกสารนั้น"
columns:
  what: {title: What, title_th: สิ่งที่นับ, type: word}
  declared: {title: Declared, title_th: ประกาศ, type: integer}
  recorded: {title: Recorded, title_th: บันทึกไว้, type: integer}
  document_id: {title: Document, title_th: เอกสาร}
*/
// As the question declarations counts, but only what was recorded by $as_of.
MATCH (d:Declaration)-[:ABOUT]->(x:Group|Event|Agreement|Programme|Office)
WHERE d.what <> 'attendance' AND coalesce(d.recorded_on, '') <= $as_of
WITH d, x,
     CASE d.what
       WHEN 'partners' THEN COUNT {
         MATCH (x)<-[:MADE_UNDER|UNDER*0..1]-(g:Group)<-[:MEMBER_OF {role: 'lead'}]-(lead:School)
         MATCH (lead)-[r:MENTORS]->(p:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
           AND (EXISTS { (p)-[:MEMBER_OF]->(g) }
                OR NOT EXISTS { (p)-[:MEMBER_OF]->(:Group)<-[:MEMBER_OF {role: 'lead'}]-(lead) })
         RETURN p.id AS counted
         UNION
         MATCH (x)-[:SIGNED_AT|MADE_UNDER|SIGNED|OVERSEES*0..1]-(a:Agreement)<-[:SIGNED]-(lead:School)
         MATCH (lead)-[r:MENTORS]->(p:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of AND r.agreement = a.id AND NOT x:Group
         RETURN p.id AS counted
       }
       WHEN 'members' THEN COUNT {
         MATCH (x)<-[:MADE_UNDER|UNDER*0..1]-(:Group)<-[r:MEMBER_OF]-(s:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN s.id AS counted
         UNION
         MATCH (x)<-[:SIGNED]-(:Group)<-[r:MEMBER_OF]-(s:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN s.id AS counted
       }
       WHEN 'schools' THEN COUNT {
         MATCH (x)<-[:MADE_UNDER|UNDER*0..1]-(:Group)<-[r:MEMBER_OF]-(s:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN s.id AS counted
         UNION
         MATCH (x)<-[:MADE_UNDER*0..1]-(:Event)<-[r:ATTENDED]-(s:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN s.id AS counted
         UNION
         MATCH (x)<-[r:SIGNED]-(s:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN s.id AS counted
         UNION
         MATCH (x)<-[:SIGNED]-(:Group)<-[r:MEMBER_OF]-(s:School)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN s.id AS counted
       }
       ELSE COUNT {
         MATCH (x)-[r:SIGNED_AT|MADE_UNDER|SIGNED|OVERSEES]-(a:Agreement)
         WHERE coalesce(r.recorded_on, '') <= $as_of
         RETURN DISTINCT a
       }
     END AS recorded
WHERE recorded <> d.count
RETURN x.id AS id,
       coalesce(x.name, x.id) AS name,
       d.what AS what,
       d.count AS declared,
       recorded AS recorded,
       d.documents[0] AS document_id
ORDER BY id, what, declared, d.id
