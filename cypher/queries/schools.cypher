/*
title: Schools, and what they lack
title_th: โรงเรียน และสิ่งที่ยังไม่มี
description: >-
  With without, only the schools that have no mentor, no agreement (of their own or through a group), or no head
  that is known. The province is the school's own, or that of its office where the office has only one.
description_th: >-
  เมื่อระบุ without จะแสดงเฉพาะโรงเรียนที่ไม่มีพี่เลี้ยง (mentor) ไม่มีข้อตกลงของตนหรือผ่านกลุ่ม (agreement)
  หรือไม่ทราบผู้บริหาร (head)
parameters:
  office: {type: entity, labels: [Office], description: office they are under, description_th: สำนักงานต้นสังกัด}
  province: {type: text, description: province, description_th: จังหวัด}
  group: {type: entity, labels: [Group], description: group they are members of, description_th: กลุ่มที่เป็นสมาชิก}
  without:
    type: choice
    choices: [mentor, agreement, head]
    description: only schools without one
    description_th: เฉพาะโรงเรียนที่ไม่มี
columns:
  school_id: {title: Id, title_th: รหัส}
  school: {title: School, title_th: โรงเรียน}
  office: {title: Office, title_th: สำนักงาน}
  province: {title: Province, title_th: จังหวัด}
  groups: {title: Groups, title_th: กลุ่ม, type: integer}
  agreements: {title: Agreements, title_th: ข้อตกลง, type: integer}
  mentors: {title: Mentors, title_th: พี่เลี้ยง, type: integer}
  partners: {title: Partners, title_th: ร่วมพัฒนา, type: integer}
*/
MATCH (s:School)
WHERE ($office IS NULL OR EXISTS { (s)-[:UNDER]->(:Office {id: $office}) })
  AND ($group IS NULL OR EXISTS { (s)-[:MEMBER_OF]->(:Group {id: $group}) })
  AND (coalesce($without, '') <> 'mentor' OR NOT EXISTS { (s)<-[:MENTORS]-(:School) })
  AND (coalesce($without, '') <> 'agreement'
       OR NOT (EXISTS { (s)-[:SIGNED]->(:Agreement) }
               OR EXISTS { (s)-[:MEMBER_OF]->(:Group)-[:SIGNED]->(:Agreement) }))
  AND (coalesce($without, '') <> 'head'
       OR NOT EXISTS {
         MATCH (s)<-[h:HOLDS]-(p:Person)
         WHERE h.status IN ['current', 'acting']
           AND (h.title CONTAINS 'ผู้อำนวยการ' OR h.title CONTAINS 'ผอ.' OR h.title CONTAINS 'ครูใหญ่')
           AND NOT (h.title STARTS WITH 'รอง' OR h.title CONTAINS 'รองผู้อำนวยการ' OR h.title CONTAINS 'รอง ผอ.'
                    OR h.title CONTAINS 'รองผอ.' OR h.title CONTAINS 'ผู้ช่วยผู้อำนวยการ' OR h.title STARTS WITH 'ผู้ช่วย'
                    OR h.title STARTS WITH 'อดีต' OR h.title CONTAINS 'ผู้อำนวยการกลุ่ม')
           AND NOT EXISTS {
             MATCH (p)-[later:HOLDS {status: 'former'}]->(s)
             WHERE later.title = h.title AND later.known_on > h.known_on
           }
       })
WITH s, COLLECT { MATCH (s)-[:UNDER]->(o:Office) RETURN o ORDER BY o.id } AS offices
WITH s, offices[0] AS office,
     coalesce(s.province, CASE WHEN size(offices[0].provinces) = 1 THEN offices[0].provinces[0] END) AS province
WHERE $province IS NULL OR $province IN [province, 'จังหวัด' + province, 'จ.' + province]
RETURN s.id AS school_id,
       s.name AS school,
       office.name AS office,
       province AS province,
       COUNT { (s)-[:MEMBER_OF]->(:Group) } AS groups,
       COUNT {
         MATCH (s)-[:SIGNED]->(a:Agreement) RETURN a.id AS counted
         UNION
         MATCH (s)-[:MEMBER_OF]->(:Group)-[:SIGNED]->(a:Agreement) RETURN a.id AS counted
       } AS agreements,
       COUNT { MATCH (s)<-[:MENTORS]-(m:School) RETURN DISTINCT m } AS mentors,
       COUNT { MATCH (s)-[:MENTORS]->(p:School) RETURN DISTINCT p } AS partners
ORDER BY school_id
