/*
title: A school that its network's mentor left out
title_th: โรงเรียนที่ไม่มีพี่เลี้ยงทั้งที่เครือข่ายมี
description: A member, not the lead, of a group in which others have a mentor; nobody mentors it.
description_th: สมาชิกที่ไม่ใช่แกนนำของกลุ่มซึ่งโรงเรียนอื่นมีพี่เลี้ยง แต่โรงเรียนนี้ไม่มี
severity: warning
message: "{name} has no mentor, others in {group_id} do"
message_th: "{name} ไม่มีพี่เลี้ยง แต่โรงเรียนอื่นใน {group_id} มี"
next: "ask the lead who mentors it: graphmou query group-members -p group=ID"
next_th: "สอบถามแกนนำว่าใครเป็นพี่เลี้ยง: graphmou query group-members -p group=รหัส"
columns:
  group_id: {title: Group, title_th: กลุ่ม}
*/
MATCH (s:School)-[m:MEMBER_OF]->(g:Group)
WHERE m.role <> 'lead' AND coalesce(m.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (s)<-[r:MENTORS]-(:School) WHERE coalesce(r.recorded_on, '') <= $as_of }
  AND EXISTS {
    MATCH (g)<-[:MEMBER_OF]-(mentor:School)-[r:MENTORS]->(:School)-[:MEMBER_OF]->(g)
    WHERE mentor.id <> s.id AND coalesce(r.recorded_on, '') <= $as_of
  }
RETURN s.id AS id,
       coalesce(s.name, s.id) AS name,
       g.id AS group_id
ORDER BY id, group_id
