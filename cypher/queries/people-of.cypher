/*
title: People of an office, school, group or organisation
title_th: บุคลากรของหน่วยงาน โรงเรียน หรือกลุ่ม
description: Who holds or held a position there, and on which day a document says so.
description_th: ผู้ดำรงหรือเคยดำรงตำแหน่ง และวันที่ของเอกสารที่กล่าวถึง
parameters:
  organisation:
    type: entity
    labels: [Office, School, Group, Organisation]
    required: true
    description: where the position is held
    description_th: หน่วยงานที่ดำรงตำแหน่ง
  status:
    type: choice
    choices: [any, current, acting, former]
    default: any
    description: status on the day it was known
    description_th: สถานะ ณ วันที่มีข้อมูล
columns:
  person_id: {title: Id, title_th: รหัส}
  person: {title: Person, title_th: บุคคล}
  title: {title: Title, title_th: ตำแหน่ง}
  status: {title: Status, title_th: สถานะ, type: word}
  known_on: {title: Known on, title_th: ข้อมูล ณ วันที่, type: date}
*/
MATCH (:Office|School|Group|Organisation {id: $organisation})<-[r:HOLDS]-(p:Person)
WHERE $status = 'any' OR r.status = $status
RETURN p.id AS person_id,
       p.name AS person,
       r.title AS title,
       r.status AS status,
       r.known_on AS known_on
ORDER BY person_id, title, known_on
