/*
title: The shortest way between two entities
title_th: เส้นทางที่สั้นที่สุดระหว่างสองสิ่ง
description: >-
  Not through documents, topics or national offices, which connect nearly everything. Of several shortest ways the
  first by the names of its relationships and ids.
description_th: ไม่ผ่านเอกสาร ประเด็น หรือสำนักงานส่วนกลาง ซึ่งเชื่อมแทบทุกสิ่งเข้าด้วยกัน
parameters:
  a: {type: entity, required: true, description: where it begins, description_th: จุดเริ่ม}
  b: {type: entity, required: true, description: where it ends, description_th: จุดปลาย}
  max_hops:
    {type: integer, least: 1, most: 8, default: 6, description: most relationships, description_th: จำนวนความสัมพันธ์สูงสุด}
columns:
  step: {title: Step, title_th: ขั้น, type: integer}
  id: {title: Id, title_th: รหัส}
  name: {title: Name, title_th: ชื่อ}
  kind: {title: Kind, title_th: ชนิด, type: word}
  relationship: {title: By, title_th: โดย, type: word}
nothing_found: no way of that length connects the two
nothing_found_th: ไม่มีเส้นทางที่เชื่อมทั้งสองในจำนวนขั้นนั้น
*/
// A search in breadth, one block a hop: a level holds each node it reaches once, with the first trail to it.
// (The engines' shortestPath differ in whether a condition on its nodes is part of the search.)
MATCH (a:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Declaration|Document {id: $a})
WITH [{node: a, trail: a.id}] AS level0, CASE WHEN $a = $b THEN a.id END AS found
CALL (level0, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 1 THEN level0 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level1
}
WITH level1, coalesce(found, [step IN level1 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level1, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 2 THEN level1 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level2
}
WITH level2, coalesce(found, [step IN level2 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level2, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 3 THEN level2 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level3
}
WITH level3, coalesce(found, [step IN level3 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level3, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 4 THEN level3 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level4
}
WITH level4, coalesce(found, [step IN level4 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level4, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 5 THEN level4 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level5
}
WITH level5, coalesce(found, [step IN level5 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level5, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 6 THEN level5 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level6
}
WITH level6, coalesce(found, [step IN level6 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level6, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 7 THEN level6 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level7
}
WITH level7, coalesce(found, [step IN level7 WHERE step.node.id = $b | step.trail][0]) AS found
CALL (level7, found) {
  UNWIND CASE WHEN found IS NULL AND $max_hops >= 8 THEN level7 ELSE [] END AS step
  WITH step.node AS n, step.trail AS trail
  WHERE n.id = $a OR NOT (n:Topic OR n:Document OR coalesce(n.level = 'national', false))
  MATCH (n)-[r]-(m)
  WITH m, min(trail + '\n' + type(r) + ' ' + m.id) AS trail
  RETURN collect({node: m, trail: trail}) AS level8
}
WITH coalesce(found, [step IN level8 WHERE step.node.id = $b | step.trail][0]) AS found
WITH split(found, '\n') AS steps
UNWIND range(0, coalesce(size(steps), 0) - 1) AS step
WITH step, split(steps[step], ' ') AS parts
WITH step, parts[size(parts) - 1] AS id, CASE WHEN size(parts) > 1 THEN parts[0] END AS relationship
MATCH (n:Office|School|Organisation|Person|Group|Programme|Topic|Event|Agreement|Declaration|Document {id: id})
RETURN step AS step,
       n.id AS id,
       n.name AS name,
       labels(n)[0] AS kind,
       relationship AS relationship
ORDER BY step
