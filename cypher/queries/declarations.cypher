/*
title: Declared numbers and what is recorded
title_th: จำนวนที่ประกาศ เทียบกับที่บันทึกไว้
description: >-
  Partners are compared with whom the lead mentors, members with MEMBER_OF, schools with MEMBER_OF or ATTENDED,
  agreements with those signed there. The people of an attendance are not recorded one by one: see the check
  headcount-mismatch.
description_th: >-
  เทียบโรงเรียนร่วมพัฒนากับที่แกนนำเป็นพี่เลี้ยง สมาชิกกับที่บันทึกในกลุ่ม โรงเรียนกับสมาชิกหรือผู้เข้าร่วม
  และข้อตกลงกับที่ลงนาม ส่วนจำนวนผู้เข้าร่วมดูที่การตรวจ headcount-mismatch
columns:
  about_id: {title: Id, title_th: รหัส}
  about: {title: About, title_th: เกี่ยวกับ}
  what: {title: What, title_th: สิ่งที่นับ, type: word}
  declared: {title: Declared, title_th: ประกาศ, type: integer}
  recorded: {title: Recorded, title_th: บันทึกไว้, type: integer}
  document_id: {title: Document, title_th: เอกสาร}
*/
MATCH (d:Declaration)-[:ABOUT]->(x:Group|Event|Agreement|Programme|Office)
RETURN x.id AS about_id,
       x.name AS about,
       d.what AS what,
       d.count AS declared,
       CASE d.what
         WHEN 'partners' THEN COUNT {
           // of the network's lead; a partner in another network of the same lead counts there only
           MATCH (x)<-[:MADE_UNDER|UNDER*0..1]-(g:Group)<-[:MEMBER_OF {role: 'lead'}]-(lead:School)
           MATCH (lead)-[:MENTORS]->(p:School)
           WHERE EXISTS { (p)-[:MEMBER_OF]->(g) }
              OR NOT EXISTS { (p)-[:MEMBER_OF]->(:Group)<-[:MEMBER_OF {role: 'lead'}]-(lead) }
           RETURN p.id AS counted
           UNION
           MATCH (x)-[:SIGNED_AT|MADE_UNDER|SIGNED|OVERSEES*0..1]-(a:Agreement)<-[:SIGNED]-(lead:School)
           MATCH (lead)-[r:MENTORS]->(p:School)
           WHERE r.agreement = a.id AND NOT x:Group
           RETURN p.id AS counted
         }
         WHEN 'members' THEN COUNT {
           MATCH (x)<-[:MADE_UNDER|UNDER*0..1]-(:Group)<-[:MEMBER_OF]-(s:School)
           RETURN s.id AS counted
           UNION
           MATCH (x)<-[:SIGNED]-(:Group)<-[:MEMBER_OF]-(s:School)
           RETURN s.id AS counted
         }
         WHEN 'schools' THEN COUNT {
           MATCH (x)<-[:MADE_UNDER|UNDER*0..1]-(:Group)<-[:MEMBER_OF]-(s:School)
           RETURN s.id AS counted
           UNION
           MATCH (x)<-[:MADE_UNDER*0..1]-(:Event)<-[:ATTENDED]-(s:School)
           RETURN s.id AS counted
           UNION
           MATCH (x)<-[:SIGNED]-(s:School)
           RETURN s.id AS counted
           UNION
           MATCH (x)<-[:SIGNED]-(:Group)<-[:MEMBER_OF]-(s:School)
           RETURN s.id AS counted
         }
         WHEN 'agreements' THEN COUNT {
           MATCH (x)-[:SIGNED_AT|MADE_UNDER|SIGNED|OVERSEES]-(a:Agreement)
           RETURN DISTINCT a
         }
       END AS recorded,
       d.documents[0] AS document_id
ORDER BY about_id, what, declared, d.id
