/*
title: Documents that give different values
title_th: เอกสารให้ข้อมูลไม่ตรงกัน
description: The later document's value stands; the other is kept beside it.
description_th: ใช้ข้อมูลจากเอกสารที่ใหม่กว่า และเก็บข้อมูลเดิมไว้เทียบ
severity: warning
message: "{property} of {name} is {value}, but {other} in {documents}"
message_th: "{property} ของ{name} คือ {value} แต่ {documents} ระบุว่า {other}"
next: "find out which is right, and correct the seed file of the other document"
next_th: "ตรวจสอบว่าข้อมูลใดถูก แล้วแก้ไฟล์ข้อมูลของอีกเอกสาร"
columns:
  property: {title: Property, title_th: ข้อมูล, type: word}
  value: {title: Value, title_th: ค่าที่ใช้, type: word}
  other: {title: Other value, title_th: ค่าอื่น, type: word}
  documents: {title: In, title_th: ใน, type: list}
*/
CALL () {
  MATCH (n:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Declaration|Document)
  WHERE size(n.other_values) > 0 AND coalesce(n.recorded_on, '') <= $as_of
  UNWIND n.other_values AS said
  WITH n, split(said, '#')[0] AS document, said
  WITH n, document, substring(said, size(document) + 1) AS rest
  WITH n, document, rest, split(rest, ' ')[0] AS property
  RETURN n.id AS id, coalesce(n.name, n.id) AS name, property AS property,
         [v IN [] + n[property] | toString(v)] AS values,
         substring(rest, size(property) + 1) AS other, document AS document
  UNION
  MATCH (a:Office|School|Organisation|Person|Group|Event|Agreement|Declaration)
        -[r:SIGNED|OVERSEES|SIGNED_FOR|WITNESSED|MENTORS|MEMBER_OF|UNDER|HOLDS|ATTENDED|SIGNED_AT|MADE_UNDER|COVERS|ABOUT]->
        (b:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement)
  WHERE size(r.other_values) > 0 AND coalesce(r.recorded_on, '') <= $as_of
  UNWIND r.other_values AS said
  WITH a, r, b, split(said, '#')[0] AS document, said
  WITH a, r, b, document, substring(said, size(document) + 1) AS rest
  WITH a, r, b, document, rest, split(rest, ' ')[0] AS property
  RETURN r.id AS id, coalesce(a.name, a.id) + ' → ' + coalesce(b.name, b.id) AS name, property AS property,
         [v IN [] + r[property] | toString(v)] AS values,
         substring(rest, size(property) + 1) AS other, document AS document
}
// a value may be a list (the parts of an attendance): Neo4j writes no list as text
WITH id, name, property, reduce(text = values[0], v IN values[1..] | text + ', ' + v) AS value, other, document
ORDER BY id, property, other, document
WITH id, name, property, value, other, collect(document) AS documents
RETURN id AS id,
       name AS name,
       property AS property,
       value AS value,
       other AS other,
       documents AS documents
ORDER BY id, property, other
