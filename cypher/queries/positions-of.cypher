/*
title: Positions of a person
title_th: ตำแหน่งของบุคคล
description: Where a person holds or held a position, and on which day a document says so.
description_th: ตำแหน่งที่ดำรงหรือเคยดำรง และวันที่ของเอกสารที่กล่าวถึง
parameters:
  person: {type: entity, labels: [Person], required: true, description: the person, description_th: บุคคล}
columns:
  organisation_id: {title: Id, title_th: รหัส}
  organisation: {title: Where, title_th: หน่วยงาน}
  title: {title: Title, title_th: ตำแหน่ง}
  status: {title: Status, title_th: สถานะ, type: word}
  known_on: {title: Known on, title_th: ข้อมูล ณ วันที่, type: date}
*/
MATCH (:Person {id: $person})-[r:HOLDS]->(o:Office|School|Group|Organisation)
RETURN o.id AS organisation_id,
       o.name AS organisation,
       r.title AS title,
       r.status AS status,
       r.known_on AS known_on
ORDER BY organisation_id, title, known_on
