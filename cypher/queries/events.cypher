/*
title: Events
title_th: กิจกรรม
description: >-
  Meetings, ceremonies and workshops, with the announced attendance and the number of people recorded by name: who
  attended, and who signed or witnessed an agreement there. An event is of an office where an agreement that it signed
  or oversees was signed, or where its people or schools came.
description_th: >-
  การประชุม พิธี และกิจกรรม พร้อมจำนวนผู้เข้าร่วมที่ประกาศ และจำนวนบุคคลที่บันทึกชื่อไว้ ทั้งผู้เข้าร่วม ผู้ลงนาม และพยานของข้อตกลงที่ลงนามในกิจกรรมนั้น
parameters:
  year: {type: year, description: year it began, description_th: ปีที่เริ่ม}
  office: {type: entity, labels: [Office], description: an office that took part, description_th: สำนักงานที่เกี่ยวข้อง}
columns:
  event_id: {title: Id, title_th: รหัส}
  event: {title: Event, title_th: กิจกรรม}
  starts: {title: Starts, title_th: เริ่ม, type: date}
  ends: {title: Ends, title_th: สิ้นสุด, type: date}
  place: {title: Place, title_th: สถานที่}
  attendance: {title: Announced, title_th: ประกาศ (คน), type: integer}
  people: {title: People recorded, title_th: บุคคลที่บันทึก, type: integer}
*/
MATCH (e:Event)
WHERE ($year IS NULL OR e.starts STARTS WITH toString($year) + '-')
  AND ($office IS NULL
       OR EXISTS { (e)<-[:SIGNED_AT]-(:Agreement)<-[:SIGNED|OVERSEES]-(:Office {id: $office}) }
       OR EXISTS { (e)<-[:ATTENDED]-(:Person)-[:HOLDS]->(:Office {id: $office}) }
       OR EXISTS { (e)<-[:SIGNED_AT]-(:Agreement)<-[:SIGNED_FOR|WITNESSED]-(:Person)-[:HOLDS]->(:Office {id: $office}) }
       OR EXISTS { (e)<-[:ATTENDED]-(:School)-[:UNDER]->(:Office {id: $office}) })
OPTIONAL MATCH (e)<-[:ABOUT]-(d:Declaration {what: 'attendance'})
WITH e, max(d.count) AS attendance
RETURN e.id AS event_id,
       e.name AS event,
       e.starts AS starts,
       e.ends AS ends,
       e.place AS place,
       attendance AS attendance,
       COUNT {
         MATCH (e)<-[:ATTENDED]-(p:Person) RETURN p.id AS counted
         UNION
         MATCH (e)<-[:SIGNED_AT]-(:Agreement)<-[:SIGNED_FOR|WITNESSED]-(p:Person) RETURN p.id AS counted
       } AS people
ORDER BY event_id
