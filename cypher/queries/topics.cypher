/*
title: Topics of agreements and events
title_th: ประเด็นของข้อตกลงและกิจกรรม
description: Every topic, with how many agreements and events cover it.
description_th: ทุกประเด็น พร้อมจำนวนข้อตกลงและกิจกรรมที่ครอบคลุม
columns:
  topic_id: {title: Id, title_th: รหัส}
  topic: {title: Topic, title_th: ประเด็น}
  agreements: {title: Agreements, title_th: ข้อตกลง, type: integer}
  events: {title: Events, title_th: กิจกรรม, type: integer}
*/
MATCH (t:Topic)
RETURN t.id AS topic_id,
       t.name AS topic,
       COUNT { (t)<-[:COVERS]-(:Agreement) } AS agreements,
       COUNT { (t)<-[:COVERS]-(:Event) } AS events
ORDER BY topic_id
