/*
title: A group without recorded members
title_th: กลุ่มที่ไม่ได้บันทึกสมาชิก
severity: warning
message: "no member of {name} is recorded[; {declared} were announced]"
message_th: "ไม่ได้บันทึกสมาชิกของ{name}[ (ประกาศ {declared})]"
next: "ask the group or its office for its members"
next_th: "สอบถามรายชื่อสมาชิกจากกลุ่มหรือสำนักงาน"
columns:
  declared: {title: Declared, title_th: ประกาศ, type: integer}
*/
MATCH (g:Group)
WHERE coalesce(g.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (g)<-[r:MEMBER_OF]-(:School) WHERE coalesce(r.recorded_on, '') <= $as_of }
OPTIONAL MATCH (g)<-[:ABOUT]-(d:Declaration)
WHERE d.what IN ['members', 'schools', 'partners'] AND coalesce(d.recorded_on, '') <= $as_of
WITH g, max(d.count) AS declared
RETURN g.id AS id,
       coalesce(g.name, g.id) AS name,
       declared AS declared
ORDER BY id
