/*
title: An area office without an agreement
title_th: สำนักงานเขตพื้นที่ที่ไม่มีข้อตกลง
description: It neither signed one that is recorded nor oversees one.
description_th: ไม่ได้ลงนามและไม่ได้กำกับดูแลข้อตกลงใดที่บันทึกไว้
severity: warning
message: "{name} neither signed nor oversees a recorded agreement"
message_th: "{name} ไม่ได้ลงนามหรือกำกับดูแลข้อตกลงใดที่บันทึกไว้"
next: "ask the office for its agreements"
next_th: "สอบถามข้อตกลงจากสำนักงาน"
*/
MATCH (o:Office {level: 'area'})
WHERE coalesce(o.recorded_on, '') <= $as_of
  AND NOT EXISTS { MATCH (o)-[r:SIGNED|OVERSEES]->(:Agreement) WHERE coalesce(r.recorded_on, '') <= $as_of }
RETURN o.id AS id,
       coalesce(o.name, o.id) AS name
ORDER BY id
