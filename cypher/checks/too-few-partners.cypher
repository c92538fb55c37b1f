/*
title: A network's lead has too few partners
title_th: แกนนำเครือข่ายมีโรงเรียนร่วมพัฒนาน้อยเกินไป
description: >-
  Fewer partners are recorded than the programme asks for (3 where it names no number), and no declared number
  reaches it. A school that mentors without a recorded group is a network of its own. A partner that belongs to
  another network of the same lead counts there only.
description_th: >-
  บันทึกโรงเรียนร่วมพัฒนาไว้น้อยกว่าที่โครงการกำหนด (3 โรงเรียน หากไม่ได้กำหนด) และไม่มีจำนวนที่ประกาศถึงเกณฑ์
severity: error
message: "{name} has {recorded} recorded partners of at least {minimum}[; {declared} were announced]"
message_th: "บันทึกโรงเรียนร่วมพัฒนาของ{name}ไว้ {recorded} แห่ง ต่ำกว่าเกณฑ์ขั้นต่ำ {minimum} แห่ง[ (ประกาศ {declared} แห่ง)]"
next: "find out whom else it mentors, and add the mentoring to a seed file"
next_th: "สอบถามว่าเป็นพี่เลี้ยงให้โรงเรียนใดอีก แล้วเพิ่มในไฟล์ข้อมูล"
columns:
  recorded: {title: Recorded, title_th: บันทึกไว้, type: integer}
  declared: {title: Declared, title_th: ประกาศ, type: integer}
  minimum: {title: At least, title_th: อย่างน้อย, type: integer}
*/
CALL () {
  MATCH (lead:School)-[m:MEMBER_OF {role: 'lead'}]->(g:Group)
  WHERE coalesce(m.recorded_on, '') <= $as_of
  RETURN lead AS lead, g AS g
  UNION
  MATCH (lead:School)-[r:MENTORS]->(:School)
  WHERE coalesce(r.recorded_on, '') <= $as_of AND NOT EXISTS { (lead)-[:MEMBER_OF {role: 'lead'}]->(:Group) }
  RETURN lead AS lead, null AS g
}
OPTIONAL MATCH (lead)-[r:MENTORS]->(p:School)
WHERE coalesce(r.recorded_on, '') <= $as_of
  AND (EXISTS { (p)-[:MEMBER_OF]->(g) }
       OR NOT EXISTS { (p)-[:MEMBER_OF]->(:Group)<-[:MEMBER_OF {role: 'lead'}]-(lead) })
WITH lead, g, count(DISTINCT p) AS recorded, collect(DISTINCT r.agreement) AS agreements
// what the group asks for and had announced; else the agreements that the mentoring rests on
CALL (g) {
  OPTIONAL MATCH (g)-[:MADE_UNDER]->(rule:Programme)
  OPTIONAL MATCH (g)<-[:ABOUT]-(d:Declaration {what: 'partners'})
  WHERE coalesce(d.recorded_on, '') <= $as_of
  RETURN max(rule.min_partners) AS asked_of_group, max(d.count) AS declared_of_group
}
CALL (agreements) {
  UNWIND agreements AS id
  MATCH (a:Agreement {id: id})
  OPTIONAL MATCH (a)-[:MADE_UNDER]->(rule:Programme)
  OPTIONAL MATCH (a)<-[:ABOUT]-(d:Declaration {what: 'partners'})
  WHERE coalesce(d.recorded_on, '') <= $as_of
  RETURN max(rule.min_partners) AS asked_of_agreement, max(d.count) AS declared_of_agreement
}
WITH lead, g, recorded,
     coalesce(asked_of_group, asked_of_agreement, 3) AS minimum,
     coalesce(declared_of_group, declared_of_agreement) AS declared
WHERE recorded < minimum AND coalesce(declared, 0) < minimum
RETURN lead.id AS id,
       coalesce(lead.name, lead.id) AS name,
       recorded AS recorded,
       declared AS declared,
       minimum AS minimum
ORDER BY id, recorded, minimum, g.id
