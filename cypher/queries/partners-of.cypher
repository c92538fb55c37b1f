/*
title: Whom a school mentors
title_th: โรงเรียนร่วมพัฒนาของโรงเรียน
description: >-
  One row for each partner and agreement. Schools that only signed the same agreement are under
  agreements-between.
description_th: หนึ่งแถวต่อโรงเรียนร่วมพัฒนาและข้อตกลงหนึ่งฉบับ ส่วนโรงเรียนที่เพียงร่วมลงนามอยู่ในคำถาม agreements-between
parameters:
  school: {type: entity, labels: [School], required: true, description: the mentor, description_th: โรงเรียนพี่เลี้ยง}
  as_of: {type: date}
columns:
  partner_id: {title: Id, title_th: รหัส}
  partner: {title: Partner, title_th: โรงเรียนร่วมพัฒนา}
  basis: {title: Basis, title_th: ที่มา, type: word}
  agreement_id: {title: Agreement, title_th: ข้อตกลง}
  starts: {title: Starts, title_th: เริ่ม, type: date}
  until: {title: Until, title_th: ถึง, type: date}
  status: {title: Status, title_th: สถานะ, type: word}
*/
MATCH (:School {id: $school})-[r:MENTORS]->(p:School)
WITH r, p
OPTIONAL MATCH (a:Agreement {id: coalesce(r.agreement, '')})
WITH p, r, coalesce($as_of, $today) AS day,
     coalesce(r.starts, a.starts) AS starts,
     coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') AS begins,
     coalesce(r.ends, a.ends) AS ends
WITH p, r, starts, ends,
     CASE WHEN begins > day THEN 'not yet'
          WHEN ends IS NULL THEN 'no term stated'
          WHEN ends < day THEN 'ended'
          ELSE 'in force' END AS status
WHERE $as_of IS NULL OR status IN ['in force', 'no term stated']
RETURN p.id AS partner_id,
       p.name AS partner,
       r.basis AS basis,
       r.agreement AS agreement_id,
       starts AS starts,
       ends AS until,
       status AS status
ORDER BY partner_id, agreement_id
