/*
title: Everything around an entity
title_th: ทุกสิ่งที่เชื่อมโยงรอบสิ่งหนึ่ง
description: >-
  All that is within so many relationships, documents left out. Via says by which relationship, and from where. With
  a day, only agreements and mentoring in force that day with all that joins them to others, events begun, positions
  known and the rest recorded by then.
description_th: >-
  ทุกสิ่งที่อยู่ภายในจำนวนความสัมพันธ์ที่กำหนด ไม่รวมเอกสาร หากระบุวัน จะแสดงเฉพาะข้อตกลงและการเป็นพี่เลี้ยงที่มีผลในวันนั้น
  กิจกรรมที่เริ่มแล้ว และสิ่งอื่นที่บันทึกไว้แล้วในวันนั้น
parameters:
  entity: {type: entity, required: true, description: the centre, description_th: จุดศูนย์กลาง}
  hops: {type: integer, least: 1, most: 4, default: 1, description: how far, description_th: ไกลกี่ขั้น}
  as_of: {type: date}
columns:
  id: {title: Id, title_th: รหัส}
  name: {title: Name, title_th: ชื่อ}
  kind: {title: Kind, title_th: ชนิด, type: word}
  hops: {title: Hops, title_th: ขั้น, type: integer}
  via: {title: Via, title_th: ผ่าน}
*/
// A search in breadth, one block a hop: a level holds each node it reaches once.
MATCH (centre:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Declaration|Document {id: $entity})
WITH [{node: centre}] AS level0
CALL (level0) {
  UNWIND CASE WHEN $hops >= 1 THEN level0 ELSE [] END AS step
  WITH step.node AS n
  MATCH (n)-[r]-(m)
  WHERE NOT m:Document
    AND ($as_of IS NULL
         OR ((NOT n:Agreement OR (coalesce(n.starts, n.signed_on, n.recorded_on, '') <= $as_of
                                  AND coalesce(n.ends, $as_of) >= $as_of))
             AND (NOT m:Agreement OR (coalesce(m.starts, m.signed_on, m.recorded_on, '') <= $as_of
                                      AND coalesce(m.ends, $as_of) >= $as_of))
             AND (NOT n:Event OR coalesce(n.starts, n.recorded_on, '') <= $as_of)
             AND (NOT m:Event OR coalesce(m.starts, m.recorded_on, '') <= $as_of)
             AND (n:Agreement OR m:Agreement OR n:Event OR m:Event
                  OR (type(r) <> 'MENTORS' AND coalesce(r.known_on, r.recorded_on, '') <= $as_of)
                  OR (type(r) = 'MENTORS' AND EXISTS {
                        MATCH (a:Agreement {id: coalesce(r.agreement, '')})
                        WHERE coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') <= $as_of
                          AND coalesce(r.ends, a.ends, $as_of) >= $as_of
                      })
                  OR (type(r) = 'MENTORS' AND NOT EXISTS { MATCH (a:Agreement {id: coalesce(r.agreement, '')}) }
                      AND coalesce(r.starts, r.recorded_on, '') <= $as_of AND coalesce(r.ends, $as_of) >= $as_of))))
  WITH m, min(type(r) + ' ' + n.id) AS via
  RETURN collect({node: m, via: via, hops: 1}) AS level1
}
CALL (level1) {
  UNWIND CASE WHEN $hops >= 2 THEN level1 ELSE [] END AS step
  WITH step.node AS n
  MATCH (n)-[r]-(m)
  WHERE NOT m:Document
    AND ($as_of IS NULL
         OR ((NOT n:Agreement OR (coalesce(n.starts, n.signed_on, n.recorded_on, '') <= $as_of
                                  AND coalesce(n.ends, $as_of) >= $as_of))
             AND (NOT m:Agreement OR (coalesce(m.starts, m.signed_on, m.recorded_on, '') <= $as_of
                                      AND coalesce(m.ends, $as_of) >= $as_of))
             AND (NOT n:Event OR coalesce(n.starts, n.recorded_on, '') <= $as_of)
             AND (NOT m:Event OR coalesce(m.starts, m.recorded_on, '') <= $as_of)
             AND (n:Agreement OR m:Agreement OR n:Event OR m:Event
                  OR (type(r) <> 'MENTORS' AND coalesce(r.known_on, r.recorded_on, '') <= $as_of)
                  OR (type(r) = 'MENTORS' AND EXISTS {
                        MATCH (a:Agreement {id: coalesce(r.agreement, '')})
                        WHERE coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') <= $as_of
                          AND coalesce(r.ends, a.ends, $as_of) >= $as_of
                      })
                  OR (type(r) = 'MENTORS' AND NOT EXISTS { MATCH (a:Agreement {id: coalesce(r.agreement, '')}) }
                      AND coalesce(r.starts, r.recorded_on, '') <= $as_of AND coalesce(r.ends, $as_of) >= $as_of))))
  WITH m, min(type(r) + ' ' + n.id) AS via
  RETURN collect({node: m, via: via, hops: 2}) AS level2
}
CALL (level2) {
  UNWIND CASE WHEN $hops >= 3 THEN level2 ELSE [] END AS step
  WITH step.node AS n
  MATCH (n)-[r]-(m)
  WHERE NOT m:Document
    AND ($as_of IS NULL
         OR ((NOT n:Agreement OR (coalesce(n.starts, n.signed_on, n.recorded_on, '') <= $as_of
                                  AND coalesce(n.ends, $as_of) >= $as_of))
             AND (NOT m:Agreement OR (coalesce(m.starts, m.signed_on, m.recorded_on, '') <= $as_of
                                      AND coalesce(m.ends, $as_of) >= $as_of))
             AND (NOT n:Event OR coalesce(n.starts, n.recorded_on, '') <= $as_of)
             AND (NOT m:Event OR coalesce(m.starts, m.recorded_on, '') <= $as_of)
             AND (n:Agreement OR m:Agreement OR n:Event OR m:Event
                  OR (type(r) <> 'MENTORS' AND coalesce(r.known_on, r.recorded_on, '') <= $as_of)
                  OR (type(r) = 'MENTORS' AND EXISTS {
                        MATCH (a:Agreement {id: coalesce(r.agreement, '')})
                        WHERE coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') <= $as_of
                          AND coalesce(r.ends, a.ends, $as_of) >= $as_of
                      })
                  OR (type(r) = 'MENTORS' AND NOT EXISTS { MATCH (a:Agreement {id: coalesce(r.agreement, '')}) }
                      AND coalesce(r.starts, r.recorded_on, '') <= $as_of AND coalesce(r.ends, $as_of) >= $as_of))))
  WITH m, min(type(r) + ' ' + n.id) AS via
  RETURN collect({node: m, via: via, hops: 3}) AS level3
}
CALL (level3) {
  UNWIND CASE WHEN $hops >= 4 THEN level3 ELSE [] END AS step
  WITH step.node AS n
  MATCH (n)-[r]-(m)
  WHERE NOT m:Document
    AND ($as_of IS NULL
         OR ((NOT n:Agreement OR (coalesce(n.starts, n.signed_on, n.recorded_on, '') <= $as_of
                                  AND coalesce(n.ends, $as_of) >= $as_of))
             AND (NOT m:Agreement OR (coalesce(m.starts, m.signed_on, m.recorded_on, '') <= $as_of
                                      AND coalesce(m.ends, $as_of) >= $as_of))
             AND (NOT n:Event OR coalesce(n.starts, n.recorded_on, '') <= $as_of)
             AND (NOT m:Event OR coalesce(m.starts, m.recorded_on, '') <= $as_of)
             AND (n:Agreement OR m:Agreement OR n:Event OR m:Event
                  OR (type(r) <> 'MENTORS' AND coalesce(r.known_on, r.recorded_on, '') <= $as_of)
                  OR (type(r) = 'MENTORS' AND EXISTS {
                        MATCH (a:Agreement {id: coalesce(r.agreement, '')})
                        WHERE coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') <= $as_of
                          AND coalesce(r.ends, a.ends, $as_of) >= $as_of
                      })
                  OR (type(r) = 'MENTORS' AND NOT EXISTS { MATCH (a:Agreement {id: coalesce(r.agreement, '')}) }
                      AND coalesce(r.starts, r.recorded_on, '') <= $as_of AND coalesce(r.ends, $as_of) >= $as_of))))
  WITH m, min(type(r) + ' ' + n.id) AS via
  RETURN collect({node: m, via: via, hops: 4}) AS level4
}
UNWIND level1 + level2 + level3 + level4 AS step
WITH step.node AS n, step.hops AS hops, step.via AS via
WHERE n.id <> $entity
ORDER BY n.id, hops, via
WITH n, collect({hops: hops, via: via})[0] AS first
RETURN n.id AS id,
       n.name AS name,
       labels(n)[0] AS kind,
       first.hops AS hops,
       first.via AS via
ORDER BY id
