/*
title: Programmes
title_th: โครงการ
description: Every programme, the fewest partners it asks of a lead, and what was made under it.
description_th: ทุกโครงการ จำนวนโรงเรียนร่วมพัฒนาขั้นต่ำที่กำหนด และสิ่งที่ทำภายใต้โครงการ
columns:
  programme_id: {title: Id, title_th: รหัส}
  programme: {title: Programme, title_th: โครงการ}
  min_partners: {title: Fewest partners, title_th: ร่วมพัฒนาขั้นต่ำ, type: integer}
  agreements: {title: Agreements, title_th: ข้อตกลง, type: integer}
  groups: {title: Groups, title_th: กลุ่ม, type: integer}
  events: {title: Events, title_th: กิจกรรม, type: integer}
*/
MATCH (p:Programme)
RETURN p.id AS programme_id,
       p.name AS programme,
       p.min_partners AS min_partners,
       COUNT { (p)<-[:MADE_UNDER]-(:Agreement) } AS agreements,
       COUNT { (p)<-[:MADE_UNDER]-(:Group) } AS groups,
       COUNT { (p)<-[:MADE_UNDER]-(:Event) } AS events
ORDER BY programme_id
