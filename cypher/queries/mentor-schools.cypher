/*
title: Schools that mentor at least so many partners
title_th: โรงเรียนพี่เลี้ยงที่มีโรงเรียนร่วมพัฒนาอย่างน้อยตามจำนวน
description: >-
  Each partner counts once, however many agreements it is mentored under. The basis is mixed where some of the
  mentoring is stated and some inferred. The status is the best among its mentoring (in force, no term stated, not
  yet, ended), and until is the last day of the mentoring with that status.
description_th: >-
  นับโรงเรียนร่วมพัฒนาแห่งละหนึ่งครั้ง ไม่ว่าจะอยู่ภายใต้ข้อตกลงกี่ฉบับ สถานะคือสถานะที่ดีที่สุดในบรรดาการเป็นพี่เลี้ยงทั้งหมด
  และวันสิ้นสุดคือวันสุดท้ายของการเป็นพี่เลี้ยงที่มีสถานะนั้น
parameters:
  min_partners:
    {type: integer, least: 1, default: 3, description: fewest partners, description_th: จำนวนโรงเรียนร่วมพัฒนาขั้นต่ำ}
  basis:
    type: choice
    choices: [any, stated, inferred]
    default: any
    description: mentoring that a document states, or that is inferred
    description_th: เอกสารระบุ (stated) หรืออนุมาน (inferred)
  office: {type: entity, labels: [Office], description: office of the mentor, description_th: สำนักงานต้นสังกัดของพี่เลี้ยง}
  province:
    type: text
    description: province of the mentor (its own, or that of its office where the office has only one)
    description_th: จังหวัดของพี่เลี้ยง (หรือของสำนักงานต้นสังกัดที่มีจังหวัดเดียว)
  as_of: {type: date}
columns:
  school_id: {title: Id, title_th: รหัส}
  school: {title: Mentor, title_th: โรงเรียนพี่เลี้ยง}
  partners: {title: Partners, title_th: ร่วมพัฒนา, type: integer}
  basis: {title: Basis, title_th: ที่มา, type: word}
  until: {title: Until, title_th: ถึง, type: date}
  status: {title: Status, title_th: สถานะ, type: word}
  partner_ids: {title: Partner ids, title_th: รหัสโรงเรียนร่วมพัฒนา, type: list}
  partner_names: {title: Partner schools, title_th: โรงเรียนร่วมพัฒนา, type: list}
*/
MATCH (s:School)-[r:MENTORS]->(p:School)
WHERE ($basis = 'any' OR r.basis = $basis)
  AND ($office IS NULL OR EXISTS { (s)-[:UNDER]->(:Office {id: $office}) })
  AND ($province IS NULL
       OR $province IN [s.province, 'จังหวัด' + s.province, 'จ.' + s.province]
       OR (s.province IS NULL AND EXISTS {
             MATCH (s)-[:UNDER]->(o:Office)
             WHERE size(o.provinces) = 1
               AND $province IN [o.provinces[0], 'จังหวัด' + o.provinces[0], 'จ.' + o.provinces[0]]
           }))
WITH s, r, p
OPTIONAL MATCH (a:Agreement {id: coalesce(r.agreement, '')})
WITH s, p, r.basis AS basis, coalesce($as_of, $today) AS day,
     coalesce(r.starts, a.starts, a.signed_on, r.recorded_on, '') AS starts,
     coalesce(r.ends, a.ends) AS ends
WITH s, p, basis, ends,
     CASE WHEN starts > day THEN 'not yet'
          WHEN ends IS NULL THEN 'no term stated'
          WHEN ends < day THEN 'ended'
          ELSE 'in force' END AS status
WHERE $as_of IS NULL OR status IN ['in force', 'no term stated']
WITH s, p, basis, {
       status: status,
       rank: CASE status WHEN 'in force' THEN 0 WHEN 'no term stated' THEN 1 WHEN 'not yet' THEN 2 ELSE 3 END,
       ends: coalesce(ends, '')
     } AS term
ORDER BY s.id, p.id
WITH s, collect(DISTINCT p) AS partners, collect(DISTINCT basis) AS bases, collect(term) AS terms,
     min(term.rank) AS best
WHERE size(partners) >= $min_partners
WITH s, partners, bases, [t IN terms WHERE t.rank = best] AS terms
RETURN s.id AS school_id,
       s.name AS school,
       size(partners) AS partners,
       CASE WHEN size(bases) > 1 THEN 'mixed' ELSE bases[0] END AS basis,
       nullIf(reduce(last = '', t IN terms | CASE WHEN t.ends > last THEN t.ends ELSE last END), '') AS until,
       terms[0].status AS status,
       [p IN partners | p.id] AS partner_ids,
       [p IN partners | p.name] AS partner_names
ORDER BY partners DESC, school_id
