/*
title: The parts of an attendance do not add up
title_th: จำนวนผู้เข้าร่วมไม่ตรงกับผลรวมของรายการย่อย
description: Where the words allow two readings of the parts, neither adds up.
description_th: หากข้อความตีความได้สองแบบ ผลรวมไม่ตรงทั้งสองแบบ
severity: error
message: "{name}: {declared} people announced, but {reading}[; read the other way, {other_reading}]"
message_th: "{name}: ประกาศ {declared} คน แต่รายการย่อยรวมได้ {reading}[ หากตีความอีกแบบได้ {other_reading}]"
next: "ask the organiser how many people came"
next_th: "สอบถามจำนวนผู้เข้าร่วมจากผู้จัด"
columns:
  declared: {title: Declared, title_th: ประกาศ, type: integer}
  computed: {title: Computed, title_th: ผลรวม, type: integer}
  difference: {title: Difference, title_th: ผลต่าง, type: integer}
  parts: {title: Parts, title_th: รายการย่อย, type: list}
  reading: {title: Reading, title_th: วิธีรวม}
  other_reading: {title: Other reading, title_th: วิธีรวมอีกแบบ}
  document_id: {title: Document, title_th: เอกสาร}
*/
MATCH (d:Declaration {what: 'attendance'})-[:ABOUT]->(x:Event|Group|Agreement|Programme|Office)
WHERE size(d.part_counts) > 0 AND coalesce(d.recorded_on, '') <= $as_of
WITH d, x, d.part_counts AS counts, coalesce(d.other_part_counts, []) AS others
WITH d, x, counts, others,
     reduce(sum = 0, n IN counts | sum + n) AS computed,
     reduce(sum = 0, n IN others | sum + n) AS other
WHERE computed <> d.count AND (size(others) = 0 OR other <> d.count)
RETURN x.id AS id,
       coalesce(x.name, x.id) AS name,
       d.count AS declared,
       computed AS computed,
       d.count - computed AS difference,
       d.parts AS parts,
       reduce(sum = toString(counts[0]), n IN counts[1..] | sum + ' + ' + toString(n))
         + ' = ' + toString(computed) AS reading,
       reduce(sum = toString(others[0]), n IN others[1..] | sum + ' + ' + toString(n))
         + ' = ' + toString(other) AS other_reading,
       d.documents[0] AS document_id
ORDER BY id, declared, d.id
