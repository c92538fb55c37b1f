/*
title: Search by name
title_th: ค้นหาด้วยชื่อ
description: >-
  Every entity with the words in its id, a name, an alias or another spelling; Thai digits, blanks and the
  abbreviations of schools and offices do not matter. Whole names come first, then beginnings, then the shortest.
description_th: ค้นจากรหัส ชื่อ ชื่ออื่น และรูปสะกดอื่น โดยไม่ถือเลขไทย ช่องว่าง และคำย่อเช่น ร.ร. สพป. สพม. เป็นข้อแตกต่าง
parameters:
  text: {type: search, required: true, description: words of the name, description_th: คำในชื่อ}
  kind:
    type: choice
    choices: [any, Office, School, Organisation, Person, Group, Programme, Topic, Event, Agreement, Document]
    default: any
    description: only entities with that label
    description_th: เฉพาะชนิดนี้
columns:
  id: {title: Id, title_th: รหัส}
  name: {title: Name, title_th: ชื่อ}
  kind: {title: Kind, title_th: ชนิด, type: word}
  matched: {title: Matched, title_th: คำที่ตรง}
nothing_found: nothing holds these words in a name
nothing_found_th: ไม่มีชื่อใดที่มีคำเหล่านี้
*/
MATCH (n:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Document)
WHERE $kind = 'any' OR labels(n)[0] = $kind
WITH n, [i IN range(0, size(coalesce(n.search_keys, [])) - 1) WHERE n.search_keys[i] CONTAINS $text] AS hits
WHERE size(hits) > 0
UNWIND hits AS hit
WITH n, hit, n.search_keys[hit] AS key
WITH n, hit, size(key) AS length,
     CASE WHEN key = $text THEN 0 WHEN key STARTS WITH $text THEN 1 ELSE 2 END AS rank
ORDER BY n.id, rank, length, hit
WITH n, collect({hit: hit, length: length, rank: rank})[0] AS best
RETURN n.id AS id,
       n.name AS name,
       labels(n)[0] AS kind,
       coalesce(n.search_names[best.hit], n.search_keys[best.hit]) AS matched
ORDER BY best.rank, best.length, id
