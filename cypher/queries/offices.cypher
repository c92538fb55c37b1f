/*
title: Education offices
title_th: สำนักงานการศึกษา
description: >-
  Schools under the office, agreements it signed or oversees, mentors among its schools, and people who hold or held
  a position there. With a day: agreements and mentoring in force that day, the rest as recorded by then.
description_th: >-
  โรงเรียนในสังกัด ข้อตกลงที่ลงนามหรือกำกับดูแล โรงเรียนพี่เลี้ยงในสังกัด และบุคคลที่ดำรงหรือเคยดำรงตำแหน่ง
parameters:
  as_of: {type: date}
columns:
  office_id: {title: Id, title_th: รหัส}
  office: {title: Office, title_th: สำนักงาน}
  level: {title: Level, title_th: ระดับ, type: word}
  schools: {title: Schools, title_th: โรงเรียน, type: integer}
  agreements: {title: Agreements, title_th: ข้อตกลง, type: integer}
  mentors: {title: Mentors, title_th: โรงเรียนพี่เลี้ยง, type: integer}
  people: {title: People, title_th: บุคลากร, type: integer}
*/
MATCH (o:Office)
WITH o,
     COUNT {
       MATCH (o)<-[u:UNDER]-(s:School)
       WHERE $as_of IS NULL OR coalesce(u.recorded_on, '') <= $as_of
       RETURN DISTINCT s
     } AS schools,
     COUNT {
       MATCH (o)-[:SIGNED|OVERSEES]->(a:Agreement)
       WHERE $as_of IS NULL
          OR (coalesce(a.starts, a.signed_on, a.recorded_on, '') <= $as_of AND coalesce(a.ends, $as_of) >= $as_of)
       RETURN DISTINCT a
     } AS agreements,
     COUNT {
       MATCH (o)<-[u:UNDER]-(m:School)-[r:MENTORS]->(:School)
       WHERE $as_of IS NULL OR coalesce(u.recorded_on, '') <= $as_of
       WITH m, r
       OPTIONAL MATCH (a:Agreement {id: coalesce(r.agreement, '')})
       WITH m, coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') AS begins, coalesce(r.ends, a.ends) AS ends
       WHERE $as_of IS NULL OR (begins <= $as_of AND coalesce(ends, $as_of) >= $as_of)
       RETURN DISTINCT m
     } AS mentors,
     COUNT {
       MATCH (o)<-[h:HOLDS]-(p:Person)
       WHERE $as_of IS NULL OR coalesce(h.known_on, h.recorded_on, '') <= $as_of
       RETURN DISTINCT p
     } AS people
// A document often comes out days after the signing: what was in force by then brings its office with it.
WHERE $as_of IS NULL OR coalesce(o.recorded_on, '') <= $as_of OR agreements + mentors + people > 0
RETURN o.id AS office_id,
       o.name AS office,
       o.level AS level,
       schools AS schools,
       agreements AS agreements,
       mentors AS mentors,
       people AS people
ORDER BY office_id
