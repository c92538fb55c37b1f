/*
title: An agreement has ended and was not renewed
title_th: ข้อตกลงสิ้นสุดแล้วและไม่มีฉบับใหม่
description: Ended, and no later agreement is recorded that all its parties signed.
description_th: สิ้นสุดแล้ว และไม่มีข้อตกลงภายหลังที่คู่ความร่วมมือทุกฝ่ายร่วมลงนาม
severity: warning
message: "{name} ended on {until}, {days} days ago"
message_th: "{name} สิ้นสุดเมื่อ {until} (ผ่านมาแล้ว {days} วัน)"
next: "ask the parties whether it is renewed: graphmou query parties-of -p agreement=ID"
next_th: "สอบถามคู่ความร่วมมือว่ามีฉบับใหม่หรือไม่: graphmou query parties-of -p agreement=รหัส"
columns:
  until: {title: Until, title_th: ถึง, type: date}
  days: {title: Days ago, title_th: ผ่านมา (วัน), type: integer}
*/
MATCH (a:Agreement)
WHERE a.ends < $as_of AND coalesce(a.recorded_on, '') <= $as_of
WITH a, coalesce(a.starts, a.signed_on, a.recorded_on, '') AS begins,
     COLLECT { MATCH (a)<-[:SIGNED]-(p:School|Office|Group|Organisation) RETURN DISTINCT p } AS parties
// Only the agreements of the party that signed fewest need a look: an office signs with all its schools.
CALL (a, begins, parties) {
  UNWIND parties AS p
  WITH p, parties, begins, a, COUNT { (p)-[:SIGNED]->(:Agreement) } AS signed
  ORDER BY signed, p.id
  LIMIT 1
  MATCH (p)-[r:SIGNED]->(b:Agreement)
  WHERE b.id <> a.id
    AND coalesce(b.starts, b.signed_on, b.recorded_on, '') > begins
    AND coalesce(r.recorded_on, '') <= $as_of
    AND all(other IN parties WHERE EXISTS {
          MATCH (b)<-[s:SIGNED]-(other) WHERE coalesce(s.recorded_on, '') <= $as_of
        })
  RETURN count(b) AS later
}
WITH a, later
WHERE later = 0
RETURN a.id AS id,
       coalesce(a.name, a.id) AS name,
       a.ends AS until,
       duration.inDays(date(a.ends), date($as_of)).days AS days
ORDER BY id
